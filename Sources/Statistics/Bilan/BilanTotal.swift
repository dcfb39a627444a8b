/// The sum of some landlords' counts, with its rates; of no landlord there is no sum, not a zero.
package struct BilanTotal: Sendable, Equatable {
    package let landlords: Int
    /// Nil where there is no landlord to count, and where the sum is withheld.
    package let counts: Counts?
    package let rates: [Rate]

    init(_ statements: [Statement], objective: Int?) throws {
        let first = statements.first?.counts
        let sum = try first.map {
            try statements.dropFirst().reduce($0) { try $0 + $1.counts }
        }
        try self.init(landlords: statements.count, counts: sum, objective: objective)
    }

    init(landlords: Int, counts: Counts?, objective: Int?) throws {
        self.landlords = landlords
        self.counts = counts
        rates = try counts.map { try RateKind.rates(of: $0, objective: objective) } ?? []
    }

    private init(withheldOf landlords: Int) {
        self.landlords = landlords
        counts = nil
        rates = []
    }

    /// The same without its figures.
    var withheld: BilanTotal { BilanTotal(withheldOf: landlords) }

    package func rate(_ kind: RateKind) -> Rate? {
        rates.first { $0.kind == kind }
    }
}
