import Causality
import Records

/// Gathers rows of one collection and lays them out in columns.
struct BlockWriter: Sendable {
    /// Which optional columns a block has.
    enum Flag {
        /// Some row has several writes, or travels whole.
        static let heads: UInt8 = 1
        /// Some write has elements.
        static let elements: UInt8 = 2
    }

    /// The head of a row with one write that does not travel whole.
    static let plainHead: UInt64 = 2

    let collection: String
    private let table: ReplicaTable
    private(set) var rowCount = 0
    private(set) var weight = 0
    private var ids: [UInt8] = []
    private var heads: [UInt64] = []
    private var entries = EntryColumns()
    private var columns = [ColumnWriter?](repeating: nil, count: 64)

    init(_ collection: String, _ table: ReplicaTable) {
        self.collection = collection
        self.table = table
    }

    var isFull: Bool {
        rowCount >= DeltaLimits.blockRows || weight >= DeltaLimits.blockWeight
    }

    /// Adds a row, which has a value for each field of its writes that travel.
    mutating func append(_ row: RowDelta) throws(FormatFailure) {
        try Self.check(row)
        ids += row.id.bytes
        heads.append(UInt64(row.clock.entries.count) << 1 | (row.isWhole ? 1 : 0))
        var values = row.values[...]
        for entry in row.clock.entries {
            guard let place = table.place(of: entry.dot) else {
                throw .notCanonical("a dot past the target")
            }
            try entries.append(entry, place, table)
            guard row.isWhole || table.bases[place] < entry.dot.counter else { continue }
            for tag in entry.fields.tags {
                guard let value = values.popFirst() else {
                    throw .notCanonical("the values of a row")
                }
                if columns[Int(tag)] == nil { columns[Int(tag)] = ColumnWriter() }
                columns[Int(tag)]?.append(value)
            }
        }
        guard values.isEmpty else { throw .notCanonical("the values of a row") }
        weight += row.weight
        rowCount += 1
    }

    private static func check(_ row: RowDelta) throws(FormatFailure) {
        guard !row.clock.entries.isEmpty else { throw .notCanonical("a row clock") }
        let (count, limit) = (UInt64(row.clock.entries.count), UInt64(DeltaLimits.entries))
        guard count <= limit else { throw .limit(what: "live writes", value: count, limit: limit) }
        let (weight, heaviest) = (UInt64(row.weight), UInt64(DeltaLimits.rowWeight))
        guard weight <= heaviest else {
            throw .limit(what: "a row", value: weight, limit: heaviest)
        }
    }

    /// The bytes of the block.
    func bytes() -> [UInt8] {
        var writer = ByteWriter(capacity: weight)
        writer.text(collection)
        writer.count(rowCount)
        let hasHeads = heads.contains { $0 != Self.plainHead }
        writer.byte((hasHeads ? Flag.heads : 0) | (entries.hasElements ? Flag.elements : 0))
        for place in 0..<16 {
            for index in stride(from: place, to: ids.count, by: 16) { writer.byte(ids[index]) }
        }
        if hasHeads { for head in heads { writer.varint(head) } }
        entries.write(into: &writer)
        for column in columns { column?.write(into: &writer) }
        return writer.bytes
    }
}
