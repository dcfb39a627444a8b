import BundleFormat
import Causality

/// The clock of a row that only this replica has written, restamped from bytes to bytes: it stands
/// in the way of nearly every update.
///
/// What it does is what ``RowClock/stamp(_:dot:time:)`` does between a decoding and an encoding.
struct OwnClock {
    /// The bytes with the newer write, and what that write adds to the digest of the store.
    struct Restamped {
        let bytes: [UInt8]
        let change: SetDigest
    }

    private var reader: ClockBytes

    /// The bytes with a newer write of `fields`.
    ///
    /// - Returns: The new bytes; nil where the row has writes of others, elements, a deletion or
    ///   concurrent versions, or where the bytes are damaged: the long way is then right.
    static func restamped(
        _ bytes: UnsafeRawBufferPointer,
        _ fields: FieldMask,
        place: Int,
        dot: Dot,
        time: HybridTime
    ) -> Restamped? {
        var clock = OwnClock(bytes)
        var writer = ByteWriter(capacity: bytes.count + 24)
        let written = fields.union(.row)
        var seen: UInt64 = 0
        var last: UInt64 = 0
        var change = SetDigest()
        while let entry = clock.next(place) {
            let content = entry.fields & ~FieldMask.row.rawValue
            guard entry.counter > last, seen & content == 0 else { return nil }
            last = entry.counter
            seen |= content
            let kept = entry.fields & ~written.rawValue
            if kept != entry.fields {
                change.remove(dot.replica, entry.counter, FieldMask(rawValue: entry.fields))
                if kept != 0 { change.add(dot.replica, entry.counter, FieldMask(rawValue: kept)) }
            }
            write(kept, place, entry.counter, entry.time, to: &writer)
        }
        guard clock.reader.isAtEnd, last < dot.counter else { return nil }
        write(written.rawValue, place, dot.counter, time.rawValue, to: &writer)
        change.add(dot.replica, dot.counter, written)
        return Restamped(bytes: writer.bytes, change: change)
    }

    private init(_ bytes: UnsafeRawBufferPointer) { reader = ClockBytes(bytes) }

    /// The next write, nil at the end and where it is not a plain one of that replica.
    private mutating func next(
        _ place: Int
    ) -> (counter: UInt64, time: UInt64, fields: UInt64)? {
        let start = reader.index
        if let head = reader.varint(), head == UInt64(place) << 2, let counter = reader.varint(),
            let time = reader.fixed64(), let fields = reader.varint()
        {
            return (counter, time, fields)
        }
        reader.rewind(to: start)
        return nil
    }

    private static func write(
        _ fields: UInt64,
        _ place: Int,
        _ counter: UInt64,
        _ time: UInt64,
        to writer: inout ByteWriter
    ) {
        guard fields != 0 else { return }
        writer.varint(UInt64(place) << 2)
        writer.varint(counter)
        writer.fixed64(time)
        writer.varint(fields)
    }
}
