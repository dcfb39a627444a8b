/// A share that never goes without its numerator, its denominator and its definition.
package struct Rate: Share, Sendable, Hashable {
    package let kind: RateKind
    package let numerator: Int
    package let denominator: Int

    /// The largest part that a rate accepts: every product below then fits in 64 bits.
    package static let largestPart = 100_000_000_000_000

    package init(_ kind: RateKind, numerator: Int, denominator: Int) throws(RateFailure) {
        for part in [numerator, denominator] {
            guard part >= 0 else { throw .negative(kind, part) }
            guard part <= Self.largestPart else { throw .tooLarge(kind, part) }
        }
        // A denominator of 0 makes no rate, but it cannot hide a numerator either.
        guard numerator <= denominator || kind.mayExceedOne else {
            throw .numeratorExceedsDenominator(kind, numerator, denominator)
        }
        self.kind = kind
        self.numerator = numerator
        self.denominator = denominator
    }

    /// How finely a share is shown.
    package enum Scale: Int, Sendable {
        case thousand = 1000
        case tenThousand = 10_000
    }

    /// What the two numbers count, in plain French.
    package var definition: String { kind.frenchDefinition }
}
