import Causality
import Records

/// Reads a delta block by block or row by row, refusing by name whatever no writer writes.
package struct DeltaReader: Sendable {
    package let header: DeltaHeader

    private var source: Source
    private let table: ReplicaTable
    private var lastCollection: String?
    private var lastID: [UInt8] = []
    private var lastIsFull = true
    private var block: DeltaBlock?
    private var nextRow = 0

    /// Where blocks come from: they stand in the bytes, or are made of the rows of format 0.
    private enum Source: Sendable {
        case sections(ByteReader)
        case rows(DeltaReader0)
        case nothing
    }

    /// One step through a delta.
    package enum Step: Sendable {
        case collection(String)
        case row(RowDelta)
    }

    package init(_ bytes: [UInt8]) throws(FormatFailure) {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        switch version {
        case DeltaWriter.version:
            guard let section = try Section.read(&reader) else { throw .notCanonical("a mark") }
            header = try DeltaHeader(section: section)
            source = .sections(reader)
        case DeltaReader0.version:
            let rows = try DeltaReader0(bytes)
            header = rows.header
            source = .rows(rows)
        default:
            throw .unsupportedVersion(version)
        }
        table = header.table
    }

    /// The next collection or row, nil at the end.
    package mutating func next() throws(FormatFailure) -> Step? {
        if let block, nextRow < block.rowCount {
            defer { nextRow += 1 }
            return .row(try block.row(nextRow))
        }
        let last = block?.collection
        guard let block = try nextBlock() else { return nil }
        self.block = block
        nextRow = 0
        return block.collection == last ? try next() : .collection(block.collection)
    }

    /// The next rows of one collection, nil at the end.
    package mutating func nextBlock() throws(FormatFailure) -> DeltaBlock? {
        switch source {
        case .nothing:
            return nil
        case .rows(var rows):
            let block = try rows.nextBlock(table)
            source = block == nil ? .nothing : .rows(rows)
            return block
        case .sections(var reader):
            source = .nothing
            guard let section = try Section.read(&reader) else { return nil }
            var blockReader = BlockReader(section, table)
            let block = try blockReader.block()
            try follow(block)
            source = .sections(reader)
            return block
        }
    }

    /// Reads a delta to its end without keeping anything, for whoever acts on its header alone.
    package func checkWhole() throws(FormatFailure) {
        var copy = self
        while try copy.next() != nil {}
    }

    /// Checks that a block goes on where the last one ended.
    private mutating func follow(_ block: DeltaBlock) throws(FormatFailure) {
        if block.collection == lastCollection {
            guard lastIsFull else { throw .notCanonical("a block") }
            guard lastID.lexicographicallyPrecedes(block.ids[..<16]) else {
                throw .notCanonical("the rows")
            }
        } else if let lastCollection {
            guard lastCollection < block.collection else {
                throw .notCanonical("the collections")
            }
        }
        lastCollection = block.collection
        lastID = Array(block.ids.suffix(16))
        lastIsFull = block.isFull
    }
}
