import Causality

/// The clock of a row that this replica has just inserted, written out without building it first:
/// it stands in the way of every insert.
struct FreshStamp {
    /// The bytes, as ``ClockCoding`` writes them.
    let storage: InlineArray<40, UInt8>
    let count: Int

    init(place: Int, _ counter: UInt64, _ time: HybridTime, _ fields: FieldMask) {
        var bytes = InlineArray<40, UInt8>(repeating: 0)
        var end = 0
        func varint(_ number: UInt64) {
            var rest = number
            while rest >= 0x80 {
                bytes[end] = UInt8(truncatingIfNeeded: rest) | 0x80
                end += 1
                rest >>= 7
            }
            bytes[end] = UInt8(truncatingIfNeeded: rest)
            end += 1
        }
        varint(UInt64(place) << 2)
        varint(counter)
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes[end] = UInt8(truncatingIfNeeded: time.rawValue >> shift)
            end += 1
        }
        varint(fields.rawValue)
        storage = bytes
        count = end
    }
}
