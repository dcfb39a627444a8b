import Statistics

/// The figures that come first.
struct HomePage {
    struct Objective {
        let total: String
        let text: String
        let link: String
        let known: Int
        let fresh: Int
    }

    struct RateCard {
        let label: String
        let percent: String
        let fraction: String
        let fresh: String
        let definition: String
        let link: String
    }

    struct Night {
        let day: String
        let link: String
        let fresh: String
        let participants: String
        let participantsLink: String
        let width: Int
        let showUp: String
        let showUpLink: String
        let unknown: String
        let unknownLink: String
    }

    let freshness: String
    let stale: String?
    let notes: [String]
    let participants: String
    let participantsLink: String
    let freshParticipants: String
    let objective: Objective?
    let rates: [RateCard]
    let hasHistory: Bool
    let history: [Night]

    init(_ bilan: Bilan, _ nights: [NightFigures], _ visit: PageVisit) {
        let language = visit.language
        freshness = language.freshness(bilan)
        stale = language.staleness(bilan)
        notes = language.notes(bilan) + bilan.personNotes
        participants = language.integer(bilan.withLastKnown.counts?[.participants])
        participantsLink = visit.link(.count(.participants))
        freshParticipants = language.integer(bilan.fresh.counts?[.participants])
        objective = Self.objective(bilan, visit)
        rates = RateKind.allCases.filter { $0 != .objective }.map { Self.card($0, bilan, visit) }
        hasHistory = !nights.isEmpty
        history = Self.history(nights, visit)
    }

    private static func objective(_ bilan: Bilan, _ visit: PageVisit) -> Objective? {
        guard let total = bilan.programme.objective else { return nil }
        func width(_ rate: Rate?) -> Int { min(1_000, rate?.parts(per: .thousand) ?? 0) }
        return Objective(
            total: visit.language.integer(total),
            text: visit.language.rate(bilan.withLastKnown.rate(.objective)),
            link: visit.link(.rate(.objective)),
            known: width(bilan.withLastKnown.rate(.objective)),
            fresh: width(bilan.fresh.rate(.objective))
        )
    }

    private static func card(_ kind: RateKind, _ bilan: Bilan, _ visit: PageVisit) -> RateCard {
        let rate = bilan.withLastKnown.rate(kind)
        return RateCard(
            label: visit.language.label(kind),
            percent: visit.language.percent(rate),
            fraction: visit.language.fraction(rate),
            fresh: visit.language.rate(bilan.fresh.rate(kind)),
            definition: kind.frenchDefinition,
            link: visit.link(.rate(kind))
        )
    }

    private static func history(_ nights: [NightFigures], _ visit: PageVisit) -> [Night] {
        let most = max(1, nights.compactMap(\.participants).max() ?? 1)
        return nights.map { night in
            Night(
                day: visit.language.day(night.day),
                link: visit.link("/", on: night.day),
                fresh: "\(night.fresh)/\(night.landlords)",
                participants: visit.language.integer(night.participants),
                participantsLink: visit.link(.count(.participants), on: night.day),
                width: (night.participants ?? 0) * 1_000 / most,
                showUp: visit.language.percent(night.showUp),
                showUpLink: visit.link(.rate(.showUp), on: night.day),
                unknown: visit.language.percent(night.unknown),
                unknownLink: visit.link(.rate(.unknown), on: night.day)
            )
        }
    }
}
