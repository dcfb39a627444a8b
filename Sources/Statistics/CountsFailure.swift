/// Why a count was refused.
package enum CountsFailure: Error, Hashable, CustomStringConvertible {
    case negative(Indicator, Int)
    case overflow(Indicator)

    package var description: String {
        switch self {
        case .negative(let indicator, let value):
            "Count '\(indicator.code)' would be \(value): a count is never negative; "
                + "count again from the records."
        case .overflow(let indicator):
            "Count '\(indicator.code)' does not fit in 64 bits: "
                + "check the statements for a wrong count."
        }
    }
}
