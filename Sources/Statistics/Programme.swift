/// A programme of the region: its objective, in persons, and its dates.
package struct Programme: Sendable, Hashable {
    package let code: String
    package let name: String
    package let objective: Int?
    package let start: UTCDay
    package let end: UTCDay

    package init(
        code: String,
        name: String,
        objective: Int?,
        start: UTCDay,
        end: UTCDay
    ) throws(NameFailure) {
        self.code = try PublicName.code(code, of: .programmeCode)
        self.name = try PublicName.name(name, of: .programmeName)
        if let objective, !(1...Statement.largestCount).contains(objective) {
            throw .objectiveOutOfRange(objective)
        }
        guard start <= end else { throw .endsBeforeStart(start, end) }
        self.objective = objective
        self.start = start
        self.end = end
    }
}
