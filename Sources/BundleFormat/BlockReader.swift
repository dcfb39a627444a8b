import Causality
import Records

/// Reads the columns of one block, refusing whatever ``BlockWriter`` does not write.
struct BlockReader {
    private let table: ReplicaTable
    private let bytes: [UInt8]
    private var reader: ByteReader

    init(_ bytes: [UInt8], _ table: ReplicaTable) {
        self.table = table
        self.bytes = bytes
        reader = ByteReader(bytes)
    }

    mutating func block() throws(FormatFailure) -> DeltaBlock {
        let collection = try reader.text(limit: DeltaLimits.name)
        let rowCount = try reader.count("rows", limit: DeltaLimits.blockRows)
        guard DeltaLimits.isName(collection), rowCount > 0 else { throw .notCanonical("a block") }
        let flags = try reader.byte()
        guard flags <= BlockWriter.Flag.heads | BlockWriter.Flag.elements else {
            throw .notCanonical("the flags of a block")
        }
        let ids = try ids(rowCount)
        let heads = try heads(rowCount, flags & BlockWriter.Flag.heads != 0)
        var entryReader = EntryReader(table, heads.firstEntries)
        try entryReader.read(&reader, hasElements: flags & BlockWriter.Flag.elements != 0)
        var entries = entryReader.entries
        let valueCount = Self.place(&entries, heads.firstEntries, heads.wholes, table)
        try Self.check(cells: entries.count + valueCount)
        var columns = ColumnReader(reader, bytes, valueCount)
        try columns.read(entries)
        let weights = Weights(entries, entryReader, columns.values)
        try weights.check(lastRowFrom: heads.firstEntries[rowCount - 1])
        return DeltaBlock(
            collection: collection,
            replicas: table.replicas,
            bytes: bytes,
            ids: ids,
            entries: entries,
            firstEntries: heads.firstEntries,
            wholes: heads.wholes,
            elements: entryReader.elements,
            buried: entryReader.buried,
            values: columns.values,
            weight: weights.total
        )
    }

    /// The identities, put together again from their columns of bytes.
    private mutating func ids(_ rowCount: Int) throws(FormatFailure) -> [UInt8] {
        let planes = try reader.raw(16 * rowCount)
        let ids = planes.withUnsafeBufferPointer { planes in
            [UInt8](unsafeUninitializedCapacity: 16 * rowCount) { ids, count in
                for place in 0..<16 {
                    for row in 0..<rowCount {
                        ids[row * 16 + place] = planes[place * rowCount + row]
                    }
                }
                count = 16 * rowCount
            }
        }
        for row in 1..<max(rowCount, 1) {
            guard Self.high(ids, row - 1) <= Self.high(ids, row) else {
                throw .notCanonical("the rows")
            }
            guard
                Self.high(ids, row - 1) < Self.high(ids, row)
                    || Self.low(ids, row - 1) < Self.low(ids, row)
            else { throw .notCanonical("the rows") }
        }
        return ids
    }

    private static func high(_ ids: [UInt8], _ row: Int) -> UInt64 { number(ids, row * 16) }

    private static func low(_ ids: [UInt8], _ row: Int) -> UInt64 { number(ids, row * 16 + 8) }

    private static func number(_ ids: [UInt8], _ start: Int) -> UInt64 {
        ids.withUnsafeBytes {
            UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        }
    }

    /// How many writes each row has, and whether it travels whole.
    private mutating func heads(
        _ rowCount: Int,
        _ areWritten: Bool
    ) throws(FormatFailure) -> (firstEntries: [Int], wholes: [Bool]) {
        guard areWritten else { return (Array(0...rowCount), []) }
        var firstEntries = [0]
        var wholes: [Bool] = []
        var isNeeded = false
        var total = 0
        for _ in 0..<rowCount {
            let head = try reader.varint()
            let limit = UInt64(DeltaLimits.entries)
            guard head >> 1 > 0 else { throw .notCanonical("a row clock") }
            guard head >> 1 <= limit else {
                throw .limit(what: "live writes", value: head >> 1, limit: limit)
            }
            if head != BlockWriter.plainHead { isNeeded = true }
            total += Int(head >> 1)
            firstEntries.append(total)
            wholes.append(head & 1 == 1)
        }
        guard isNeeded else { throw .notCanonical("the heads of rows") }
        return (firstEntries, wholes.contains(true) ? wholes : [])
    }

    /// Gives each write that travels the place of its first value; how many values there are.
    private static func place(
        _ entries: inout [DeltaBlock.Entry],
        _ firstEntries: [Int],
        _ wholes: [Bool],
        _ table: ReplicaTable
    ) -> Int {
        var count = 0
        for row in 0..<firstEntries.count - 1 {
            let isWhole = wholes.isEmpty ? false : wholes[row]
            for index in firstEntries[row]..<firstEntries[row + 1] {
                let entry = entries[index]
                guard isWhole || table.bases[entry.place] < entry.counter else { continue }
                entries[index].firstValue = count
                count += entry.fields.content.rawValue.nonzeroBitCount
            }
        }
        return count
    }

    /// Bounds the values before anything is allocated for them: a column of nulls takes one byte.
    private static func check(cells: Int) throws(FormatFailure) {
        let limit = DeltaLimits.blockWeight + DeltaLimits.rowWeight
        guard DeltaLimits.weight(cells: cells, bytes: 0) <= limit else {
            throw .limit(what: "a block", value: UInt64(cells) * 8, limit: UInt64(limit))
        }
    }
}
