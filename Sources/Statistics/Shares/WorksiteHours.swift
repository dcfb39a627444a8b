/// The hours that worksites owe to people on their way back to work, and those that were done.
package struct WorksiteHours: Sendable, Hashable {
    /// The hours of the social clause.
    package let clause: Int
    package let done: Int

    package init(clause: Int, done: Int) {
        self.clause = clause
        self.done = done
    }

    var json: JSONValue {
        .object(["clause_hours": .integer(clause), "hours_done": .integer(done)])
    }

    init(_ fields: StatementFields) throws(StatementFailure) {
        try fields.allowOnly(["clause_hours", "hours_done"])
        clause = try fields.integer("clause_hours")
        done = try fields.integer("hours_done")
    }

    func check() throws(StatementFailure) {
        for (field, hours) in [("clause_hours", clause), ("hours_done", done)] {
            guard (0...Statement.largestCount).contains(hours) else {
                throw .outOfRange(field: "worksites." + field, value: hours)
            }
        }
    }
}
