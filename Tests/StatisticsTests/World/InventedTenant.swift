import InventedPeople
import Statistics

/// Somebody who does not exist, as the tables see them.
struct InventedTenant {
    var places: [Axis: NodePath]
    var answers: [String: String]

    static let months = ["01", "02", "03", "04", "05", "06"]

    static func month(_ index: Int) throws -> NodePath {
        let quarter = index / 3 + 1
        return try NodePath(["2026", "2026-Q\(quarter)", "2026-\(months[index])"])
    }

    /// Somebody who lives there.
    init(at territory: NodePath, _ random: inout SeededGenerator) throws {
        let commune = territory.codes.last ?? ""
        let status = random.below(10)
        let neighbourhood =
            status < 5
            ? ["inside", "QN" + commune] : status < 9 ? ["outside"] : ["to_check"]
        places = [
            .territory: territory,
            .neighbourhood: try NodePath(neighbourhood),
            .age: random.pick((Axis.age.listedLeaves ?? []).filter { $0.depth == 2 }),
            .sex: try NodePath([random.chance(55) ? "woman" : "man"]),
            .month: try Self.month(random.below(6)),
        ]
        answers = [:]
        advance(&random)
    }

    /// Goes some way further, and answers the rest anew.
    mutating func advance(_ random: inout SeededGenerator) {
        let steps = Catalogue.current.variables[0].categories
        let reached = answers["funnel"].flatMap(steps.firstIndex) ?? 0
        let step = min(steps.count - 1, reached + random.below(5))
        answers["funnel"] = steps[step]
        let isParticipant = step >= 3
        answers["institutions"] =
            isParticipant
            ? random.pick(["unknown", "known", "known", "not_stated"]) : "no_participant"
        answers["outcome"] =
            isParticipant
            ? random.pick([
                "durable", "transition", "positive", "other", "in_support", "without_news",
            ])
            : "no_participant"
        for variable in Catalogue.current.variables.dropFirst(3) {
            answers[variable.code] = random.chance(30) ? "with" : "without"
        }
    }

    func traits() throws -> Traits { try Traits(places: places, answers: answers) }
}
