/// Finds equal stretches of one heap of bytes, up to a bound of different ones.
struct DistinctBytes {
    /// The different stretches, in the order of their first use.
    private(set) var stretches: [Range<Int>] = []
    private var slots = [Int16](repeating: -1, count: 1_024)
    private let limit: Int

    /// - Parameter limit: The most different stretches, at most ``DeltaLimits/dictionary``.
    init(limit: Int) { self.limit = limit }

    /// The place of a stretch among the different ones; nil where it would be one too many.
    mutating func place(_ range: Range<Int>, in heap: Span<UInt8>) -> Int? {
        var slot = Self.hash(range, heap) & (slots.count - 1)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if Self.isEqual(stretches[place], range, heap) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard stretches.count < limit else { return nil }
        slots[slot] = Int16(stretches.count)
        stretches.append(range)
        return stretches.count - 1
    }

    private static func hash(_ range: Range<Int>, _ heap: Span<UInt8>) -> Int {
        // FNV-1a: short texts, and a bad day costs a probe of at most 256 places.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(heap[index])) &* 0x0000_0100_0000_01B3 }
        return Int(truncatingIfNeeded: hash >> 20)
    }

    private static func isEqual(
        _ left: Range<Int>,
        _ right: Range<Int>,
        _ heap: Span<UInt8>
    ) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count
        where heap[left.lowerBound + offset] != heap[right.lowerBound + offset] {
            return false
        }
        return true
    }
}
