import Causality
import Records

/// Writes a delta row by row: what a replica that knows `base` must be told to know `target`.
///
/// Collections ascend by the bytes of their names and rows by their ids. It holds one block of rows
/// besides the bytes written so far; once it has thrown it is of no further use. See Docs/format.md
/// for the bytes.
package struct DeltaWriter: Sendable {
    package static let version: UInt8 = 1

    private var writer = ByteWriter()
    private let base: VersionVector
    private let table: ReplicaTable
    private var collection: String?
    private var block: BlockWriter?
    private var lastID: [UInt8] = []
    package private(set) var rowCount = 0

    package init(_ header: DeltaHeader) throws(FormatFailure) {
        base = header.base
        table = header.table
        writer.byte(Self.version)
        try Section.write(try header.bytes(table), into: &writer)
    }

    /// Begins the rows of a collection; one that gets no row is not written.
    package mutating func beginCollection(_ name: String) throws(FormatFailure) {
        try flush()
        let (count, limit) = (UInt64(name.utf8.count), UInt64(DeltaLimits.name))
        guard count <= limit else { throw .limit(what: "a name", value: count, limit: limit) }
        guard DeltaLimits.isName(name), collection.map({ $0 < name }) ?? true
        else { throw .notCanonical("the collections") }
        collection = name
        lastID = []
    }

    /// Adds a row; `value` gives what a live write holds in a field.
    ///
    /// The values of the writes that the base does not cover travel; of a row that is whole, all do.
    ///
    /// - Throws: ``FormatFailure`` where rows come out of order or past a limit, and what `value`
    ///   throws.
    package mutating func append(
        id: [UInt8],
        clock: RowClock,
        isWhole: Bool = false,
        value: (ClockEntry, UInt8) throws -> Value
    ) throws {
        guard let collection else { throw FormatFailure.notCanonical("a row of no collection") }
        guard let name = RecordID(bytes: id), lastID.isEmpty || lastID.lexicographicallyPrecedes(id)
        else { throw FormatFailure.notCanonical("the rows") }
        var values: [Value] = []
        for entry in clock.entries where isWhole || !base.covers(entry.dot) {
            for tag in entry.fields.tags { values.append(try value(entry, tag)) }
        }
        if block?.isFull ?? true {
            try flush()
            block = BlockWriter(collection, table)
        }
        try block?.append(RowDelta(id: name, clock: clock, isWhole: isWhole, values: values))
        lastID = id
        rowCount += 1
    }

    /// Ends the delta and returns its bytes.
    package mutating func finish() throws(FormatFailure) -> [UInt8] {
        try flush()
        writer.byte(Section.endMark)
        return writer.bytes
    }

    private mutating func flush() throws(FormatFailure) {
        guard let full = block else { return }
        block = nil
        try Section.write(full.bytes(), into: &writer)
    }
}
