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
    /// Codes of landlords that sent a statement without being expected: not counted.
    package let unexpected: [String]
    /// Of which kind the numbers of persons of `withLastKnown` are; nothing where nobody asked.
    package let persons: [PersonToken.Figure: PersonCount]

    package init(
        register: StatementRegister,
        programme: Programme,
        expected: [Landlord],
        asOf: UTCDay,
        persons: [PersonToken.Figure: PersonCount] = [:]
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
        self.persons = persons
        self.lines = lines
        fresh = try BilanTotal(lines.filter(\.isFresh), objective: programme.objective)
        withLastKnown = try BilanTotal(lines, objective: programme.objective)
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
