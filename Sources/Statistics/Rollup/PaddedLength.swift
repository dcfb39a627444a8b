/// Lengths that tell little of what they hold: steps of an eighth, and of 4,096 bytes at least.
enum PaddedLength {
    static func padded(_ length: Int) -> Int {
        let magnitude = 1 << max(0, Int.bitWidth - 1 - max(length, 1).leadingZeroBitCount)
        let step = max(4_096, magnitude / 8)
        return (length + step - 1) / step * step
    }
}
