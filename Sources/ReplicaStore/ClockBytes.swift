/// A cursor over the bytes of a clock as ``ClockCoding`` writes it, for the ways on which no clock is made
/// of them.
struct ClockBytes {
    private let bytes: UnsafeRawBufferPointer
    private(set) var index = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    /// Goes back to where an entry began.
    mutating func rewind(to start: Int) { index = start }

    mutating func varint() -> UInt64? {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 63, by: 7) {
            guard index < bytes.count else { return nil }
            let byte = bytes[index]
            index += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
        }
        return nil
    }

    mutating func fixed64() -> UInt64? {
        guard index <= bytes.count - 8 else { return nil }
        defer { index += 8 }
        return UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
}
