/// The sum of some landlords' counts, with its rates; of no landlord there is no sum, not a zero.
package struct BilanTotal: Sendable, Equatable {
    package let landlords: Int
    package let counts: Counts?
    package let rates: [Rate]

    init(_ lines: [BilanLine], objective: Int?) throws {
        let received = lines.compactMap(\.counts)
        landlords = received.count
        guard let first = received.first else {
            counts = nil
            rates = []
            return
        }
        let sum = try received.dropFirst().reduce(first) { try $0 + $1 }
        counts = sum
        rates = try RateKind.rates(of: sum, objective: objective)
    }

    package func rate(_ kind: RateKind) -> Rate? {
        rates.first { $0.kind == kind }
    }
}
