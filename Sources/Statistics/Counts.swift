/// How many of each indicator: a value that adds up, and never below zero.
///
/// An indicator that was not set counts 0. That is for one landlord's own records only: a landlord
/// that sent nothing has no `Counts` at all.
package struct Counts: Sendable, Hashable {
    private var values: [Indicator: Int] = [:]

    /// Nothing counted.
    package static let zero = Counts()

    private init() {}

    /// Takes the given values; a negative one is refused by name.
    package init(_ values: [Indicator: Int]) throws(CountsFailure) {
        for indicator in Indicator.allCases {
            try set(indicator, to: values[indicator, default: 0])
        }
    }

    package subscript(indicator: Indicator) -> Int {
        values[indicator, default: 0]
    }

    /// Replaces one count.
    package mutating func set(_ indicator: Indicator, to value: Int) throws(CountsFailure) {
        guard value >= 0 else { throw .negative(indicator, value) }
        // A zero is not stored, so that equal counts are equal values.
        values[indicator] = value == 0 ? nil : value
    }

    /// Counts one more, or several.
    package mutating func add(_ amount: Int = 1, to indicator: Indicator) throws(CountsFailure) {
        let (sum, overflow) = self[indicator].addingReportingOverflow(amount)
        guard !overflow else { throw .overflow(indicator) }
        try set(indicator, to: sum)
    }

    /// Every indicator with its count, in the order of the closed list.
    package var inOrder: [(indicator: Indicator, count: Int)] {
        Indicator.allCases.map { ($0, self[$0]) }
    }

    /// The sum, indicator by indicator.
    package static func + (left: Counts, right: Counts) throws(CountsFailure) -> Counts {
        var sum = left
        for (indicator, count) in right.inOrder {
            try sum.add(count, to: indicator)
        }
        return sum
    }

    /// The sum of some indicators of these counts.
    package func sum(of indicators: [Indicator]) throws(CountsFailure) -> Int {
        var total = 0
        for indicator in indicators {
            let (sum, overflow) = total.addingReportingOverflow(self[indicator])
            guard !overflow else { throw .overflow(indicator) }
            total = sum
        }
        return total
    }
}
