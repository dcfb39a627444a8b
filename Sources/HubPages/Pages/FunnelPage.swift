import Statistics

/// The stages from identification to outcome.
struct FunnelPage {
    struct Stage {
        let name: String
        let known: String
        let fresh: String
        let width: Int
        let definition: String
        /// Where the figure is traced; a sum of several is told of below.
        let link: String
    }

    let freshness: String
    let stale: String?
    let stages: [Stage]
    let outcomes: [Stage]

    private static let stages: [(word: String, indicators: [Indicator])] = [
        ("identified", [.identified]), ("contacted", [.contacted]), ("registered", [.registered]),
        ("present", [.participants]), ("referred", [.referrals]),
        ("received", [.referralsAccepted]),
        ("outcomeStage", [.outcomesDurable, .outcomesTransition, .outcomesPositive]),
    ]

    private static let outcomes: [Indicator] = [
        .outcomesDurable, .outcomesTransition, .outcomesPositive, .outcomesOther, .inSupport,
        .withoutNews,
    ]

    init(_ bilan: Bilan, _ visit: PageVisit) throws {
        let language = visit.language
        freshness = language.freshness(bilan)
        stale = language.staleness(bilan)
        let most =
            try Self.stages.compactMap {
                try bilan.withLastKnown.counts?.sum(of: $0.indicators)
            }.max() ?? 0
        stages = try Self.stages.map { word, indicators in
            try Self.stage(language.word(word), indicators, bilan, visit, most)
        }
        outcomes = try Self.outcomes.map { indicator in
            try Self.stage(language.label(indicator), [indicator], bilan, visit, most)
        }
    }

    private static func stage(
        _ name: String,
        _ indicators: [Indicator],
        _ bilan: Bilan,
        _ visit: PageVisit,
        _ most: Int
    ) throws -> Stage {
        let known = try bilan.withLastKnown.counts?.sum(of: indicators)
        let single = indicators.count == 1 ? indicators.first : nil
        return Stage(
            name: name,
            known: visit.language.integer(known),
            fresh: visit.language.integer(try bilan.fresh.counts?.sum(of: indicators)),
            width: (known ?? 0) * 1_000 / max(1, most),
            definition: single?.frenchDefinition
                ?? PageLanguage.french.word("outcomeStageDefinition"),
            link: single.map { visit.link(.count($0)) } ?? "#sorties"
        )
    }
}
