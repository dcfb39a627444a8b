extension Collection where Element == UInt8 {
    /// The bytes as lower-case hexadecimal digits.
    package var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
