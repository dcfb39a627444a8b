import GRDB
import Records
import Seams

extension Replica {
    /// The mark of a copy: before its first write it must take a replica identity of its own.
    static let identityMark = "needs-new-identity"

    /// The mark of a store that lost rows in a repair: it never claims to tell all there is.
    static let lossMark = "lost-rows"

    /// Copies the store as it is now into one file, which its owner alone may read.
    ///
    /// It may run while others write: they wait for it. The file has its name only once it is whole,
    /// on the disk, and verified.
    ///
    /// - Returns: What ``verify()`` finds in the copy; where it finds something the copy is kept, for
    ///   it is what there is.
    /// - Throws: ``ReplicaError``: `store-exists` where something stands at the path, `store-missing`
    ///   where its folder is not there, `disk-full`, `read-only`, `store-damaged` where the store
    ///   cannot be read to its end.
    /// - Complexity: O(size of the store).
    @discardableResult
    public func backup(to path: String) throws -> VerifyReport {
        let draft = StoreDraft(path, context.environment.volume)
        try draft.requireVacant()
        return try ReplicaError.mapped(at: path) {
            try draft.make { temporary in
                try queue.inDatabase { database in
                    try database.execute(sql: "VACUUM INTO ?", arguments: [temporary])
                }
                return try Self.verify(
                    backup: temporary,
                    schema,
                    context.environment,
                    functions: functions
                )
            }
        }
    }

    /// Makes a store from a backup, in a folder that holds none.
    ///
    /// The store takes a replica identity of its own before its first write, since the one that was
    /// copied may live on.
    ///
    /// - Returns: What ``verify()`` finds in the store that was made.
    /// - Throws: ``ReplicaError``: `store-missing` where there is no backup, `store-exists`,
    ///   `not-a-store` also for a store's own file copied by hand, `newer-store`, `store-damaged`,
    ///   `other-partition`, `network-file-system`, `store-busy`, `disk-full`, `read-only`.
    @discardableResult
    public static func restore(
        from backup: String,
        into folder: String,
        _ schema: Schema,
        _ environment: ReplicaEnvironment,
        functions: [DatabaseFunction] = []
    ) throws -> VerifyReport {
        guard !environment.volume.isAbsent(backup) else {
            throw ReplicaError(.missing, "there is no backup at \(backup): name another file")
        }
        let lock = try take(folder, environment)
        defer { lock.release() }
        let path = folder + "/" + fileName
        let draft = StoreDraft(path, environment.volume)
        try draft.requireVacant()
        let report = try verify(backup: backup, schema, environment, functions: functions)
        if let finding = report.findings.first(where: { $0.code == .structure }) {
            throw ReplicaError(
                .damaged,
                "\(backup) is damaged (\(finding.sentence)): restore an older one, or repair it"
            )
        }
        try ReplicaError.mapped(at: path) {
            try draft.make { temporary in
                try copy(backup, to: temporary, functions)
            }
        }
        return report
    }

    /// Examines a backup as ``verify()`` examines a store, without opening it for writing.
    ///
    /// - Throws: ``ReplicaError``: `store-missing`, `not-a-store` also for a store's own file copied by
    ///   hand, `newer-store`, `other-partition`, `store-damaged` where it does not say who it is.
    public static func verify(
        backup path: String,
        _ schema: Schema,
        _ environment: ReplicaEnvironment,
        functions: [DatabaseFunction] = []
    ) throws -> VerifyReport {
        guard !environment.volume.isAbsent(path) else {
            throw ReplicaError(.missing, "there is no backup at \(path): name another file")
        }
        return try ReplicaError.mapped(at: path) {
            let queue = try DatabaseQueue(path: path, configuration: StoreDraft.readOnly(functions))
            defer { try? queue.close() }
            try queue.inDatabase { database in
                try requireStore(database, path)
                try requireWhole(database, path)
            }
            return try current(queue).inDatabase { database in
                let (partition, context) = try StoreLoader.load(database, schema, environment)
                defer { context.closeStatements() }
                try require(partition, of: schema.partition, at: path)
                var verifier = StoreVerifier(database, context)
                return verifier.examine()
            }
        }
    }

    /// The same database in this version's tables: of an older one, a copy in memory.
    private static func current(_ queue: DatabaseQueue) throws -> DatabaseQueue {
        guard try !queue.inDatabase(EngineTables.migrator.hasCompletedMigrations) else {
            return queue
        }
        let copy = try DatabaseQueue()
        try queue.backup(to: copy)
        try EngineTables.migrator.migrate(copy)
        return copy
    }

    /// A file in WAL mode is a live store's: without the log beside it, it is an older state.
    private static func requireWhole(_ database: Database, _ path: String) throws {
        guard try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" else {
            throw ReplicaError(
                .notAStore,
                "\(path) is a store's own file, not a backup: it may lack its last writes; make a "
                    + "backup of the store, or repair the file into a new store"
            )
        }
    }

    private static func copy(
        _ backup: String,
        to temporary: String,
        _ functions: [DatabaseFunction]
    ) throws {
        let source = try DatabaseQueue(
            path: backup,
            configuration: StoreDraft.readOnly(functions)
        )
        try source.inDatabase {
            try $0.execute(sql: "VACUUM INTO ?", arguments: [temporary])
        }
        try source.close()
        let copy = try DatabaseQueue(
            path: temporary,
            configuration: StoreDraft.configuration(functions)
        )
        try EngineTables.migrator.migrate(copy)
        try copy.write { try mark($0, identityMark) }
        try copy.close()
    }

    /// Notes what the next opening, or a delta, must see to.
    static func mark(_ database: Database, _ name: String) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO passerelle_mark (name, value) VALUES (?, x'')",
            arguments: [name]
        )
    }
}
