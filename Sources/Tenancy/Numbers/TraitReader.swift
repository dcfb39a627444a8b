import Region
import Statistics

/// Turns a file and how far the person came into a place on each axis and an answer to each variable.
struct TraitReader {
    /// Ages are those of the programme's first day: nobody moves to another band from night to night.
    private let firstDay: CalendarDay?
    private let cutoff: UTCDay

    init(_ programme: Programme, cutoff: UTCDay) {
        firstDay = CalendarDay(daysSinceEpoch: programme.start.number)
        self.cutoff = cutoff
    }

    func traits(_ file: FileTraits, _ standing: Standing) throws -> Traits {
        let territory = PlaceCodes.territory(
            communeCode: file.communeCode,
            postalCode: file.postalCode
        )
        let neighbourhood = PlaceCodes.neighbourhood(
            qpvCode: file.qpvCode,
            communeCode: file.communeCode
        )
        return try Traits(
            places: [
                .territory: try NodePath(territory), .neighbourhood: try NodePath(neighbourhood),
                .age: try NodePath(age(file.birthDate)), .sex: try NodePath([sex(file.title)]),
                .month: month(standing.firstHeard),
            ],
            answers: answers(standing)
        )
    }

    private func age(_ birthDate: CalendarDay?) -> [String] {
        guard let birthDate, let firstDay else { return ["not_stated"] }
        let hadBirthday = (birthDate.month, birthDate.day) <= (firstDay.month, firstDay.day)
        return switch firstDay.year - birthDate.year - (hadBirthday ? 0 : 1) {
        case 16...25: ["under_30", "16_25"]
        case 26...29: ["under_30", "26_29"]
        case 30...44: ["30_54", "30_44"]
        case 45...54: ["30_54", "45_54"]
        case 55...59: ["55_over", "55_59"]
        case 60...119: ["55_over", "60_over"]
        // A child's or an impossible age is a mistake of the file.
        default: ["not_stated"]
        }
    }

    private func sex(_ title: CivilTitle?) -> String {
        switch title {
        case .madame: "woman"
        case .monsieur: "man"
        case nil: "not_stated"
        }
    }

    /// The month in France, and no month where none is known or it is yet to come.
    private func month(_ moment: UInt64?) -> NodePath {
        guard let day = moment.flatMap(FrenchTime.day),
            let known = UTCDay(number: day.daysSinceEpoch), known <= cutoff
        else { return .root }
        return Nomenclature.month(of: known)
    }

    private func answers(_ standing: Standing) -> [String: String] {
        var answers = Self.without
        answers["funnel"] = standing.furthest.rawValue
        answers["institutions"] = Self.category(standing.institutions)
        answers["outcome"] = standing.outcome.flatMap { Self.outcomes[$0] } ?? "no_participant"
        for theme in standing.themes { answers[Self.code(of: theme)] = "with" }
        return answers
    }

    private static func category(_ answer: Acquaintances.Answer?) -> String {
        switch answer {
        case .unknown: "unknown"
        case .known: "known"
        case .notStated: "not_stated"
        case nil: "no_participant"
        }
    }

    private static func code(of theme: ReferralTheme) -> String { "theme_" + theme.rawValue }

    private static let outcomes: [Indicator: String] = [
        .outcomesDurable: "durable", .outcomesTransition: "transition",
        .outcomesPositive: "positive", .outcomesOther: "other", .inSupport: "in_support",
        .withoutNews: "without_news",
    ]

    /// Nobody has a barrier or a theme unless it is noted; barriers are not noted yet.
    private static let without = Dictionary(
        Catalogue.current.variables.filter { $0.categories == ["without", "with"] }
            .map { ($0.code, "without") },
        uniquingKeysWith: { first, _ in first }
    )
}
