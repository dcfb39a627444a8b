import Causality
import GRDB
import GRDBSQLite
import Records
import Seams
import Synchronization

/// One replica of one partition: an SQLite file whose tables are ordinary tables, and whose every
/// change is stamped, so that it merges with the other replicas.
///
/// ```swift
/// let replica = try Replica.create(in: folder, partition, schema, environment)
/// let id = try replica.write { transaction in
///     let id = transaction.newID()
///     try transaction.insert("note", id: id, ["text": "Rappeler lundi"])
///     return id
/// }
/// let delta = try replica.delta(since: VersionVector())
/// try other.apply(delta.bytes)
/// ```
///
/// A write is acknowledged when ``write(_:)`` returns: it is then on the disk (WAL, synchronous
/// FULL). One process at a time may open a store.
public final class Replica: Sendable {
    /// The name of the store's file in its folder.
    public static let fileName = "replica.sqlite"

    /// Whose data this is.
    public let partition: PartitionID
    /// What the store may contain.
    public let schema: Schema
    /// The folder of the store.
    public let folder: String

    let path: String
    let queue: DatabaseQueue
    let context: StoreContext
    /// The application's SQL functions, which a copy of the store needs as well.
    let functions: [DatabaseFunction]
    // Read from inside transactions too, where the queue may not be entered again.
    let published: Mutex<ReplicaID>
    // Held so that no other process writes; let go with the replica.
    private let lock: any StoreLock

    init(
        partition: PartitionID,
        schema: Schema,
        folder: String,
        queue: DatabaseQueue,
        context: StoreContext,
        functions: [DatabaseFunction],
        lock: any StoreLock
    ) {
        self.partition = partition
        self.schema = schema
        published = Mutex(context.own)
        self.folder = folder
        self.path = folder + "/" + Self.fileName
        self.queue = queue
        self.context = context
        self.functions = functions
        self.lock = lock
    }

    /// The name of this replica: 128 random bits.
    ///
    /// It changes where the store turns out to be a copy, or to have been put back: at ``open(in:_:_:functions:)``,
    /// or while a delta is applied. Read it again rather than keeping it; see ``identityHistory``.
    public var id: ReplicaID { published.withLock { $0 } }

    deinit { try? close() }

    /// Closes the store; whatever was acknowledged stays.
    public func close() throws {
        queue.inDatabase { _ in
            context.closeStatements()
            context.incarnation.close(context.own, context.progress.counter)
        }
        try queue.close()
        lock.release()
    }

    /// What this replica has seen of every replica.
    public var versionVector: VersionVector {
        queue.inDatabase { _ in context.progress.vector }
    }

    /// Reads through GRDB; a write inside is refused, and undone.
    ///
    /// GRDB's own read is not used: it switches `query_only`, at which SQLite compiles every kept
    /// statement anew.
    public func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try mapped {
            try queue.inDatabase { database in
                var result: Result?
                try database.inTransaction(.deferred) {
                    result = try body(database)
                    guard sqlite3_txn_state(database.sqliteConnection, "main") != SQLITE_TXN_WRITE
                    else {
                        result = nil
                        return .rollback
                    }
                    return .commit
                }
                guard let result else {
                    throw ReplicaError(.statement, "write inside Replica.write { }, not in a read")
                }
                return result
            }
        }
    }

    func mapped<Result>(_ body: () throws -> Result) throws -> Result {
        try ReplicaError.mapped(at: path, body)
    }
}
