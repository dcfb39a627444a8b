/// Why two numbers make no rate.
package enum RateFailure: Error, Hashable, CustomStringConvertible {
    case negative(RateKind, Int)
    case tooLarge(RateKind, Int)
    case numeratorExceedsDenominator(RateKind, Int, Int)

    package var description: String {
        switch self {
        case .negative(let kind, let value):
            "Rate '\(kind.code)' has the negative part \(value): count again from the records."
        case .tooLarge(let kind, let value):
            "Rate '\(kind.code)' has the part \(value), over \(Rate.largestPart): "
                + "check the statements for a wrong count."
        case .numeratorExceedsDenominator(let kind, let numerator, let denominator):
            "Rate '\(kind.code)' has the numerator \(numerator) over the denominator "
                + "\(denominator): only an objective may be surpassed; check both counts."
        }
    }
}
