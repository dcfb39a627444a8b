import BundleFormat
import Causality
import Foundation
import GRDB
import Records
import Seams

extension Replica {
    /// Makes a new store of what can be read of a damaged one, which is only read.
    ///
    /// A row is kept whole or not at all; sets, counters, indexes and triggers are made anew. The new
    /// store takes a replica identity of its own before its first write. Where rows were lost it still
    /// counts them as seen, and no colleague sends them again: make a replica from a colleague's store
    /// and let it read this one's bundles.
    ///
    /// - Parameters:
    ///   - path: The file of the damaged store.
    ///   - folder: A folder that holds no store.
    ///   - schema: What the store may contain.
    ///   - environment: The world, as in ``create(in:_:_:_:functions:)``.
    ///   - functions: The application's SQL functions.
    /// - Returns: What was kept and what was not. The same file gives the same store again.
    /// - Throws: ``ReplicaError``: `store-missing`, `not-a-store`, `newer-store`, `other-partition`,
    ///   `store-exists`; `store-damaged` where nothing tells any more who the store is.
    public static func repair(
        _ path: String,
        into folder: String,
        _ schema: Schema,
        _ environment: ReplicaEnvironment,
        functions: [DatabaseFunction] = []
    ) throws -> RepairReport {
        guard !environment.volume.isAbsent(path) else {
            throw ReplicaError(.missing, "there is no store at \(path): name another one")
        }
        let lock = try take(folder, environment)
        defer { lock.release() }
        let draft = StoreDraft(folder + "/" + fileName, environment.volume)
        try draft.requireVacant()
        let source = try ReplicaError.mapped(at: path) {
            try DatabaseQueue(path: path, configuration: StoreDraft.readOnly(functions))
        }
        defer { try? source.close() }
        return try ReplicaError.mapped(at: path) {
            try source.inDatabase { damaged in
                try requireStore(damaged, path)
                let (partition, seen) = try StoreLoader.load(damaged, schema, environment)
                try require(partition, of: schema.partition, at: path)
                return try draft.make { temporary in
                    let queue = try DatabaseQueue(
                        path: temporary,
                        configuration: StoreDraft.configuration(functions)
                    )
                    try EngineTables.migrator.migrate(queue)
                    let report = try queue.inDatabase { database in
                        try introduce(database, partition, seen, last: try lastBundle(damaged))
                        return try salvage(damaged, database, schema, environment)
                    }
                    try queue.close()
                    return report
                }
            }
        }
    }

    /// Says who the new store is, for now: what the damaged one said, and that it is a copy.
    private static func introduce(
        _ database: Database,
        _ partition: PartitionID,
        _ seen: StoreContext,
        last bundle: Int64
    ) throws {
        let progress = seen.progress
        try insertStore(database, partition, own: seen.own.bytes)
        for (place, replica) in progress.sites.replicas.enumerated() {
            try database.execute(
                sql:
                    "INSERT OR REPLACE INTO passerelle_site (place, replica, counter) VALUES (?, ?, ?)",
                arguments: [place, replica.bytes.data, Int64(clamping: progress.vector[replica])]
            )
        }
        try database.execute(
            sql: """
                UPDATE passerelle_store SET own_place = ?, arrival = ?, last_time = ?,
                    last_bundle = ?, purged = ?
                """,
            arguments: [
                seen.ownPlace, progress.arrival, Int64(bitPattern: progress.clock.last.rawValue),
                bundle, ByteWriter.bytes(of: progress.purged).data,
            ]
        )
        try mark(database, identityMark)
    }

    private static func lastBundle(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT last_bundle FROM passerelle_store") ?? 0
    }

    private static func salvage(
        _ damaged: Database,
        _ database: Database,
        _ schema: Schema,
        _ environment: ReplicaEnvironment
    ) throws -> RepairReport {
        let context = try StoreLoader.load(database, schema, environment).1
        defer { context.closeStatements() }
        try StampFunctions.register(on: database, context)
        _ = try TableBuilder.build(database, context.layouts)
        context.mode = .applying
        defer { context.mode = .idle }
        var salvage = Salvage(damaged, database, context)
        try database.inTransaction(.immediate) {
            try salvage.run()
            if !salvage.report.lost.isEmpty || !salvage.report.unreadable.isEmpty {
                try mark(database, lossMark)
            }
            return .commit
        }
        let repaired = try StoreLoader.load(database, schema, environment).1
        defer { repaired.closeStatements() }
        var verifier = StoreVerifier(database, repaired)
        salvage.report.remaining = verifier.examine()
        return salvage.report
    }
}
