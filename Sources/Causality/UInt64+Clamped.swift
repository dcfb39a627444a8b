extension UInt64 {
    /// The sum, or the greatest number where the sum does not fit.
    package func addingClamped(_ other: UInt64) -> UInt64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
