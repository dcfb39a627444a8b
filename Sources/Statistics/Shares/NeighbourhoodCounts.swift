/// How many participants live in a QPV of one list, and of how many nobody knows yet.
///
/// All others live outside. Whose address is « à vérifier » is a participant like any other: they
/// stay in the denominator and are told beside the share.
package struct NeighbourhoodCounts: Sendable, Hashable {
    /// The year that names the list.
    package let list: Int
    package let inside: Int
    package let toCheck: Int

    package init(list: Int, inside: Int, toCheck: Int) {
        self.list = list
        self.inside = inside
        self.toCheck = toCheck
    }

    var json: JSONValue {
        .object([
            "list": .integer(list), "inside": .integer(inside), "to_check": .integer(toCheck),
        ])
    }

    init(_ fields: StatementFields) throws(StatementFailure) {
        try fields.allowOnly(["list", "inside", "to_check"])
        list = try fields.integer("list")
        inside = try fields.integer("inside")
        toCheck = try fields.integer("to_check")
    }

    /// Refuses an impossible list and more answers than participants.
    func check(participants: Int) throws(StatementFailure) {
        guard (2_015...2_100).contains(list) else {
            throw .outOfRange(field: "neighbourhoods.list", value: list)
        }
        for (field, count) in [("inside", inside), ("to_check", toCheck)] {
            guard (0...Statement.largestCount).contains(count) else {
                throw .outOfRange(field: "neighbourhoods." + field, value: count)
            }
        }
        guard inside + toCheck <= participants else {
            throw .tooManyInPlaces(inside + toCheck, participants: participants)
        }
    }
}
