import Causality
import Records

/// Reads a delta row by row, refusing by name whatever no writer writes.
package struct DeltaReader: Sendable {
    /// What a replica must know before the delta may be applied.
    package let base: VersionVector
    /// What it knows afterwards.
    package let target: VersionVector

    /// The most live writes that a row may carry.
    package static let maximumEntries = 4_096

    private var reader: ByteReader
    private let replicas: [ReplicaID]
    private var hasEnded = false
    private var isInCollection = false

    /// One step through a delta.
    package enum Step: Sendable {
        case collection(String)
        case row(RowDelta)
    }

    package init(_ bytes: [UInt8]) throws(FormatFailure) {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == DeltaWriter.version else { throw .unsupportedVersion(version) }
        base = try reader.vector()
        target = try reader.vector()
        guard target.covers(base) else { throw .notCanonical("a target behind its base") }
        replicas = target.entries.map(\.replica)
        self.reader = reader
    }

    /// The next collection or row, nil at the end.
    package mutating func next() throws(FormatFailure) -> Step? {
        if hasEnded { return nil }
        switch try reader.byte() {
        case DeltaWriter.endMark:
            guard reader.isAtEnd else { throw .trailingData }
            hasEnded = true
            return nil
        case DeltaWriter.collectionMark:
            isInCollection = true
            return .collection(try reader.text(limit: 64))
        case DeltaWriter.rowMark where isInCollection:
            return .row(try row())
        default:
            throw .notCanonical("a mark")
        }
    }

    /// Reads a delta to its end without keeping anything, for whoever acts on its header alone.
    package func checkWhole() throws(FormatFailure) {
        var copy = self
        while try copy.next() != nil {}
    }

    private mutating func row() throws(FormatFailure) -> RowDelta {
        let id = try reader.recordID()
        var entries: [ClockEntry] = []
        for _ in 0..<(try reader.count("live writes", limit: Self.maximumEntries)) {
            let entry = try entry()
            guard !entry.isSpent, entries.last.map({ $0.dot < entry.dot }) ?? true else {
                throw .notCanonical("a row clock")
            }
            entries.append(entry)
        }
        guard !entries.isEmpty, let clock = RowClock(entries) else {
            throw .notCanonical("a row clock")
        }
        var values: [Value] = []
        for entry in clock.entries where !base.covers(entry.dot) {
            let count = entry.fields.content.rawValue.nonzeroBitCount
            values.reserveCapacity(values.count + count)
            for _ in 0..<count { values.append(try reader.value()) }
        }
        return RowDelta(id: id, clock: clock, values: values)
    }

    private mutating func entry() throws(FormatFailure) -> ClockEntry {
        let dot = try dot()
        let time = HybridTime(rawValue: try reader.varint())
        let fields = FieldMask(rawValue: try reader.varint())
        let elements = try reader.elements()
        var buried: [Dot] = []
        if fields.contains(.deletion) {
            for _ in 0..<(try reader.count("buried writes", limit: Self.maximumEntries)) {
                buried.append(try self.dot())
            }
        }
        return ClockEntry(
            dot: dot,
            time: time,
            fields: fields,
            elements: elements,
            buried: buried
        )
    }

    private mutating func dot() throws(FormatFailure) -> Dot {
        let place = try reader.varint()
        let counter = try reader.varint()
        guard place < UInt64(replicas.count), counter > 0 else { throw .notCanonical("a dot") }
        let dot = Dot(replicas[Int(place)], counter)
        guard target.covers(dot) else { throw .notCanonical("a dot past the target") }
        return dot
    }
}
