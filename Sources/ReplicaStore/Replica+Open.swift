import Causality
import Crypto
import Foundation
import GRDB
import Records
import Seams

extension Replica {
    /// Opens the store in a folder, and adds what the schema declares and the store lacks.
    ///
    /// A store that was copied, put back or restored since it was last open takes a new replica id;
    /// see ``identityHistory``.
    ///
    /// - Throws: ``ReplicaError``: `store-missing`, `not-a-store`, `newer-store`, `store-damaged`,
    ///   `network-file-system`, `store-busy`, `read-only`, `disk-full`; `disk-failed` where a read
    ///   failed: nothing was changed, open again.
    public static func open(
        in folder: String,
        _ schema: Schema,
        _ environment: ReplicaEnvironment,
        functions: [DatabaseFunction] = []
    ) throws -> Replica {
        let path = folder + "/" + fileName
        guard !environment.volume.isAbsent(path) else {
            throw ReplicaError(
                .missing,
                "there is no store at \(folder): create one or name another folder"
            )
        }
        let lock = try take(folder, environment)
        return try ReplicaError.mapped(at: path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration(functions))
            try queue.inDatabase { try requireStore($0, path) }
            try EngineTables.migrator.migrate(queue)
            return try adopt(queue, schema, folder, environment, lock, functions: functions)
        }
    }

    /// Refuses a file that is no store, or one of a newer version.
    static func requireStore(_ database: Database, _ path: String) throws {
        let number = try Int.fetchOne(database, sql: "PRAGMA application_id")
        guard number == EngineTables.applicationID else {
            throw ReplicaError(.notAStore, "\(path) is not a Passerelle store")
        }
        guard try !EngineTables.migrator.hasBeenSuperseded(database) else {
            throw ReplicaError(
                .newerStore,
                "\(path) was written by a newer version: update the software"
            )
        }
    }

    static func require(
        _ partition: PartitionID,
        of kind: PartitionKind,
        at place: String
    ) throws(ReplicaError) {
        guard partition.kind == kind else {
            throw ReplicaError(
                .otherPartition,
                "the store at \(place) is a \(partition.kind) partition, not a \(kind)"
            )
        }
    }

    static func take(
        _ folder: String,
        _ environment: ReplicaEnvironment
    ) throws -> any StoreLock {
        if let name = try networkFileSystem(folder, environment) {
            throw ReplicaError(
                .networkFileSystem,
                "\(folder) lies on a network file system (\(name)), where SQLite loses data: "
                    + "keep the store on this machine and exchange bundles through the share"
            )
        }
        do {
            if let lock = try environment.volume.lock(folder: folder) { return lock }
        } catch {
            throw ReplicaError(unwritable: error)
        }
        throw ReplicaError(.busy, "another process is using the store at \(folder)")
    }

    private static func networkFileSystem(
        _ folder: String,
        _ environment: ReplicaEnvironment
    ) throws(ReplicaError) -> String? {
        do {
            return try environment.volume.networkFileSystem(at: folder)
        } catch {
            throw ReplicaError(error)
        }
    }

    /// WAL and FULL, so that an acknowledged write survives a power cut.
    ///
    /// GRDB's own WAL mode takes NORMAL, which loses it.
    static func configuration(_ functions: [DatabaseFunction]) -> Configuration {
        var configuration = Configuration()
        configuration.label = "passerelle"
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            for function in functions { database.add(function: function) }
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
            // 16 MB: with the default 2 MB a transaction of some thousand rows spills its pages.
            try database.execute(sql: "PRAGMA cache_size = -16000")
            // What is sorted may be personal: it never goes into a file of its own.
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            // REPLACE INTO deletes what stood there, and a deletion is captured by a trigger.
            try database.execute(sql: "PRAGMA recursive_triggers = ON")
        }
        return configuration
    }

    /// Gives a connection its functions and its tables, and reads who the store is.
    static func adopt(
        _ queue: DatabaseQueue,
        _ schema: Schema,
        _ folder: String,
        _ environment: ReplicaEnvironment,
        _ lock: any StoreLock,
        functions: [DatabaseFunction],
        isNew: Bool = false
    ) throws -> Replica {
        let incarnation = Incarnation(
            disk: environment.volume.disk(at: folder),
            entropy: environment.entropy,
            fingerprint: try fingerprint(folder + "/" + fileName, environment.volume)
        )
        let (partition, context, isNewer) = try queue.inDatabase { database in
            let (partition, context) = try StoreLoader.load(
                database,
                schema,
                environment,
                incarnation
            )
            try require(partition, of: schema.partition, at: folder)
            try StampFunctions.register(on: database, context)
            let isNewer = try TableBuilder.build(database, context.layouts)
            try Eraser.finish(database)
            return (partition, context, isNewer)
        }
        let replica = Replica(
            partition: partition,
            schema: schema,
            folder: folder,
            queue: queue,
            context: context,
            functions: functions,
            lock: lock
        )
        try replica.settleIdentity(isNew: isNew)
        if isNewer { try replica.adoptWhatWasKept() }
        return replica
    }

    /// What other versions had sent and this store could only keep becomes rows and columns.
    private func adoptWhatWasKept() throws {
        try transaction(.applying) { database in
            try Adoption(database, context).run()
            try InboxUpkeep(database, context).rebuild()
        }
    }
}
