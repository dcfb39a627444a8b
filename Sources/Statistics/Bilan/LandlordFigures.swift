/// What may be seen of one landlord's figures: those of a short list that are not too small.
package struct LandlordFigures: Sendable, Equatable {
    /// The figures that stand beside a landlord's name; of all others only the region's sum is told.
    package static let indicators: [Indicator] = [
        .registered, .registeredPresent, .participants, .unknownToInstitutions,
    ]

    static let rateKinds: [RateKind] = [.showUp, .unknown, .objective]

    private let shown: [Indicator: Int]
    /// The rates of which both numbers may be seen.
    package let rates: [Rate]

    /// Takes the figures that may be seen.
    init(_ shown: [Indicator: Int], objective: Int?) throws {
        self.shown = shown
        let counts = try Counts(shown)
        rates = try Self.rateKinds.filter { kind in
            kind.countedIndicators.allSatisfy { shown[$0] != nil }
        }.compactMap { try $0.rate(of: counts, objective: objective) }
    }

    /// The figure; nil where it is not shown.
    package subscript(indicator: Indicator) -> Int? { shown[indicator] }

    package func rate(_ kind: RateKind) -> Rate? { rates.first { $0.kind == kind } }

    /// What is shown, in the order of the list.
    package var inOrder: [(indicator: Indicator, count: Int)] {
        Self.indicators.compactMap { indicator in shown[indicator].map { (indicator, $0) } }
    }

    /// What is hidden, in the order of the list.
    package var hidden: [Indicator] { Self.indicators.filter { shown[$0] == nil } }
}
