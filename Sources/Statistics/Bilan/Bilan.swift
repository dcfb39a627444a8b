/// The state of one programme on one day, from the landlords' statements: totals of the fresh ones,
/// totals with the last known ones, and by name those who are silent.
package struct Bilan: Sendable, Equatable {
    package let programme: Programme
    package let asOf: UTCDay
    /// One line for each expected landlord, by code.
    package let lines: [BilanLine]
    /// The landlords whose statement is of this very day.
    package let fresh: BilanTotal
    /// All landlords that ever sent a statement, each with its last one.
    package let withLastKnown: BilanTotal
    /// Shares that are no rates of the counts: where people live, what worksites did.
    package let shares: [BilanShare]
    /// Codes of landlords that sent a statement without being expected: not counted.
    package let unexpected: [String]

    package init(
        register: StatementRegister,
        programme: Programme,
        expected: [Landlord],
        asOf: UTCDay
    ) throws {
        let landlords = try Self.sorted(expected)
        let lines = try landlords.map { landlord in
            try BilanLine(
                landlord: landlord,
                statement: register.statement(of: landlord.code, in: programme.code),
                asOf: asOf
            )
        }
        self.programme = programme
        self.asOf = asOf
        self.lines = lines
        fresh = try BilanTotal(lines.filter(\.isFresh), objective: programme.objective)
        withLastKnown = try BilanTotal(lines, objective: programme.objective)
        shares = BilanShare.sums(
            of: lines.compactMap(\.statement),
            expected: lines.count
        )
        let codes = Set(expected.map(\.code))
        unexpected = register.landlords(in: programme.code).filter { !codes.contains($0) }
    }

    private static func sorted(_ landlords: [Landlord]) throws(BilanFailure) -> [Landlord] {
        var seen: Set<String> = []
        for landlord in landlords where !seen.insert(landlord.code).inserted {
            throw .landlordTwice(code: landlord.code)
        }
        return landlords.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    }
}
