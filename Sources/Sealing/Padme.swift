/// Padded lengths that tell little of the true one: at most 12 % more, few distinct values.
///
/// The rule is Padmé, of the paper on purified encrypted files: the lower a bit of the length, the
/// sooner it is rounded away.
enum Padme {
    /// The padded length of so many bytes.
    static func padded(_ length: Int) -> Int {
        guard length > 2 else { return length }
        let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
        let kept = Int.bitWidth - exponent.leadingZeroBitCount
        let mask = (1 << max(0, exponent - kept)) - 1
        return (length + mask) & ~mask
    }
}
