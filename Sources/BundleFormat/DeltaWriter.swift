import Causality
import Records

/// Writes a delta row by row: what a replica that knows `base` must be told to know `target`.
///
/// See Docs/format.md for the bytes.
package struct DeltaWriter: Sendable {
    package static let version: UInt8 = 0
    static let endMark: UInt8 = 0
    static let collectionMark: UInt8 = 1
    static let rowMark: UInt8 = 2

    private var writer = ByteWriter()
    private let base: VersionVector
    private var places: [ReplicaID: UInt64] = [:]
    package private(set) var rowCount = 0

    package init(base: VersionVector, target: VersionVector) {
        self.base = base
        writer.byte(Self.version)
        writer.vector(base)
        writer.vector(target)
        for (place, entry) in target.entries.enumerated() {
            places[entry.replica] = UInt64(place)
        }
    }

    /// Begins the rows of a collection.
    package mutating func beginCollection(_ name: String) {
        writer.byte(Self.collectionMark)
        writer.text(name)
    }

    /// Adds a row; `value` gives what a live write holds in a field.
    package mutating func append<Failure: Error>(
        id: [UInt8],
        clock: RowClock,
        value: (ClockEntry, UInt8) throws(Failure) -> Value
    ) throws(Failure) {
        writer.byte(Self.rowMark)
        writer.raw(id)
        writer.count(clock.entries.count)
        for entry in clock.entries { self.entry(entry) }
        for entry in clock.entries where !base.covers(entry.dot) {
            for tag in entry.fields.tags { writer.value(try value(entry, tag)) }
        }
        rowCount += 1
    }

    /// Ends the delta and returns its bytes.
    package mutating func finish() -> [UInt8] {
        writer.byte(Self.endMark)
        return writer.bytes
    }

    private mutating func entry(_ entry: ClockEntry) {
        dot(entry.dot)
        writer.varint(entry.time.rawValue)
        writer.varint(entry.fields.rawValue)
        writer.elements(entry.elements)
        guard entry.fields.contains(.deletion) else { return }
        writer.count(entry.buried.count)
        for dot in entry.buried { self.dot(dot) }
    }

    /// A replica is written as its place in the target vector, which covers every live dot.
    private mutating func dot(_ dot: Dot) {
        writer.varint(places[dot.replica] ?? UInt64(places.count))
        writer.varint(dot.counter)
    }
}
