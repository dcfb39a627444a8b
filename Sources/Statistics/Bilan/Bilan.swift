/// The state of one programme on one day, from the landlords' statements: totals of the fresh ones,
/// totals with the last known ones, and by name those who are silent.
package struct Bilan: Sendable, Equatable {
    package let programme: Programme
    package let asOf: UTCDay
    /// Below so many, a landlord's figure is hidden.
    package let threshold: Int
    /// One line for each expected landlord, by code.
    package let lines: [BilanLine]
    /// The landlords whose statement is of this very day.
    package private(set) var fresh: BilanTotal
    /// All landlords that ever sent a statement, each with its last one.
    package let withLastKnown: BilanTotal
    /// Shares that are no rates of the counts: where people live, what worksites did.
    package let shares: [BilanShare]
    /// Codes of landlords that sent a statement without being expected: not counted.
    package let unexpected: [String]
    /// Of which kind the numbers of persons of `withLastKnown` are; nothing where nobody asked.
    package let persons: [PersonToken.Figure: PersonCount]

    package init(
        register: StatementRegister,
        programme: Programme,
        expected: [Landlord],
        asOf: UTCDay,
        threshold: Int,
        persons: [PersonToken.Figure: PersonCount] = [:]
    ) throws {
        let landlords = try Self.sorted(expected)
        let statements = landlords.compactMap {
            register.statement(of: $0.code, in: programme.code)
        }
        let counted = statements.filter { $0.cutoff <= asOf }
        let fresh = counted.filter { $0.cutoff == asOf }
        let figures = try LandlordTable.figures(of: fresh, threshold: threshold).merging(
            LandlordTable.figures(
                of: counted.filter { $0.cutoff < asOf },
                threshold: threshold
            ),
            uniquingKeysWith: { first, _ in first }
        )
        self.init(
            programme: programme,
            asOf: asOf,
            threshold: threshold,
            persons: persons,
            lines: landlords.map { landlord in
                let statement = statements.first { $0.landlord.code == landlord.code }
                return BilanLine(
                    landlord: landlord,
                    state: BilanLine.State(statement, figures[landlord.code], asOf: asOf)
                )
            },
            fresh: try BilanTotal(fresh, objective: programme.objective),
            withLastKnown: try BilanTotal(counted, objective: programme.objective),
            shares: BilanShare.sums(of: counted, expected: landlords.count),
            unexpected: register.landlords(in: programme.code).filter { code in
                !landlords.contains { $0.code == code }
            }
        )
    }

    init(
        programme: Programme,
        asOf: UTCDay,
        threshold: Int,
        persons: [PersonToken.Figure: PersonCount],
        lines: [BilanLine],
        fresh: BilanTotal,
        withLastKnown: BilanTotal,
        shares: [BilanShare],
        unexpected: [String]
    ) {
        self.programme = programme
        self.asOf = asOf
        self.threshold = threshold
        self.persons = persons
        self.lines = lines
        self.fresh = fresh
        self.withLastKnown = withLastKnown
        self.shares = shares
        self.unexpected = unexpected
    }

    /// The same without the sum of the fresh landlords.
    var withoutFreshSum: Bilan {
        var bilan = self
        bilan.fresh = fresh.withheld
        return bilan
    }

    private static func sorted(_ landlords: [Landlord]) throws(BilanFailure) -> [Landlord] {
        var seen: Set<String> = []
        for landlord in landlords where !seen.insert(landlord.code).inserted {
            throw .landlordTwice(code: landlord.code)
        }
        return landlords.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    }
}

extension BilanLine.State {
    fileprivate init(_ statement: Statement?, _ figures: LandlordFigures?, asOf: UTCDay) {
        guard let statement else {
            self = .neverReceived
            return
        }
        guard let figures else {
            self = .postdated(statement.cutoff)
            return
        }
        self = .received(
            BilanLine.Receipt(
                cutoff: statement.cutoff,
                version: statement.version,
                unknownIndicators: statement.unknownIndicators,
                ageDays: asOf.number - statement.cutoff.number,
                figures: figures
            )
        )
    }
}
