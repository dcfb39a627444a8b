import GRDB
import Records

extension Replica {
    /// Erases a row for good; see ``erase(_:alsoIn:)``.
    public func erase(
        _ collection: String,
        id: RecordID,
        alsoIn applicationTables: (Database) throws -> Void = { _ in }
    ) throws {
        try erase([RowName(collection, id)], alsoIn: applicationTables)
    }

    /// Erases rows for good: no byte of their values is left in any file of the store.
    ///
    /// Their values, concurrent versions, deleted forms, decisions and inbox lines go, and the held
    /// bundles that bring them, which the mailbox still has. Only the names of the rows are kept: no bundle,
    /// later or older, brings the rows back, and an insert under their identities is refused. It
    /// works on this store alone; a row that is not here yet is erased for the future, also in a
    /// collection that this version does not know.
    ///
    /// - Parameters:
    ///   - rows: Their names; many cost little more than one.
    ///   - applicationTables: Deletes what the application's own, undeclared tables hold of the rows,
    ///     in the same transaction; full-text tables are optimised after it.
    /// - Throws: ``ReplicaError``: `store-busy` where another program reads the store, `disk-full` where
    ///   there is no room for a second copy of it: the rows are then gone, and the file is scrubbed by
    ///   the next call or opening.
    /// - Complexity: O(size of the store): the file is written anew.
    public func erase(
        _ rows: Set<RowName>,
        alsoIn applicationTables: (Database) throws -> Void = { _ in }
    ) throws {
        try transaction(.applying) { database in
            try Eraser(database, context).remove(rows, alsoIn: applicationTables)
        }
        try mapped { try queue.inDatabase(Eraser.scrub) }
    }

    /// Ends an erasure whose file could not be written anew: until then the values may stand in it.
    package func endErasure() throws {
        try mapped {
            try queue.inDatabase { database in
                if try Eraser.isUnfinished(database) { try Eraser.scrub(database) }
            }
        }
    }

    /// The rows that were erased for good, by identity, then by collection.
    public func erasedRows() throws -> [RowName] {
        try read { try ErasedRows($0).all() }
    }

    /// Sixteen bytes that are equal on the replicas where the same rows were erased.
    package func erasedDigest() throws -> [UInt8] {
        try read { try ErasedRows($0).digest() }
    }
}
