import Causality
import Records

/// Reads the rows of a delta of format 0, which stood one after the other in any order.
struct DeltaReader0: Sendable {
    static let version: UInt8 = 0
    private static let endMark: UInt8 = 0
    private static let collectionMark: UInt8 = 1
    private static let rowMark: UInt8 = 2

    let header: DeltaHeader
    private var reader: ByteReader
    private let replicas: [ReplicaID]
    private var collection: String?
    private var hasEnded = false

    init(_ bytes: [UInt8]) throws(FormatFailure) {
        var reader = ByteReader(bytes)
        _ = try reader.byte()
        let base = try reader.vector()
        let target = try reader.vector()
        guard target.covers(base) else { throw .notCanonical("a target behind its base") }
        header = DeltaHeader(base: base, target: target, digest: [], erasures: [])
        replicas = target.entries.map(\.replica)
        self.reader = reader
    }

    /// The next rows of one collection as a block, sorted; nil at the end.
    mutating func nextBlock(_ table: ReplicaTable) throws(FormatFailure) -> DeltaBlock? {
        let rows = try nextRows()
        guard let collection, !rows.isEmpty else { return nil }
        var block = BlockWriter(collection, table)
        for row in rows.sorted(by: { $0.id < $1.id }) { try block.append(row) }
        var reader = BlockReader(block.bytes(), table)
        return try reader.block()
    }

    /// Rows of one collection, as many as make a block.
    private mutating func nextRows() throws(FormatFailure) -> [RowDelta] {
        var rows: [RowDelta] = []
        var weight = 0
        while !hasEnded, rows.count < DeltaLimits.blockRows, weight < DeltaLimits.blockWeight {
            let before = reader
            switch try reader.byte() {
            case Self.endMark:
                guard reader.isAtEnd else { throw .trailingData }
                hasEnded = true
            case Self.collectionMark where !rows.isEmpty:
                reader = before
                return rows
            case Self.collectionMark:
                collection = try reader.text(limit: DeltaLimits.name)
                guard collection.map(DeltaLimits.isName) ?? false else {
                    throw .notCanonical("a name")
                }
            case Self.rowMark where collection != nil:
                let row = try row()
                weight += row.weight
                rows.append(row)
            default:
                throw .notCanonical("a mark")
            }
        }
        return rows
    }

    private mutating func row() throws(FormatFailure) -> RowDelta {
        let id = try reader.recordID()
        var entries: [ClockEntry] = []
        for _ in 0..<(try reader.count("live writes", limit: DeltaLimits.entries)) {
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
        for entry in clock.entries where !header.base.covers(entry.dot) {
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
            for _ in 0..<(try reader.count("buried writes", limit: DeltaLimits.entries)) {
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
        guard header.target.covers(dot) else { throw .notCanonical("a dot past the target") }
        return dot
    }
}
