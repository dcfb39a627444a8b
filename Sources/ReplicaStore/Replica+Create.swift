import Causality
import GRDB
import Records
import Seams

extension Replica {
    /// Creates the store of a new replica in a folder that exists and holds none.
    ///
    /// - Throws: ``ReplicaError``: `store-exists`, `network-file-system`, `store-busy`,
    ///   `read-only`, `disk-full`.
    public static func create(
        in folder: String,
        _ partition: PartitionID,
        _ schema: Schema,
        _ environment: ReplicaEnvironment,
        functions: [DatabaseFunction] = []
    ) throws -> Replica {
        guard partition.kind == schema.partition else {
            throw ReplicaError(
                .otherPartition,
                "a \(partition.kind) partition takes no schema of a \(schema.partition) partition"
            )
        }
        let lock = try take(folder, environment)
        let path = folder + "/" + fileName
        guard environment.volume.isAbsent(path) else {
            throw ReplicaError(.exists, "a store stands at \(path) already")
        }
        return try ReplicaError.mapped(at: path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration(functions))
            try EngineTables.migrator.migrate(queue)
            try queue.inTransaction(.immediate) { database in
                try insertStore(database, partition, environment)
                return .commit
            }
            return try adopt(queue, schema, folder, environment, lock, isNew: true)
        }
    }

    private static func insertStore(
        _ database: Database,
        _ partition: PartitionID,
        _ environment: ReplicaEnvironment
    ) throws {
        try database.execute(
            sql: "INSERT INTO passerelle_site (place, replica, counter) VALUES (0, ?, 0)",
            arguments: [environment.entropy.bytes(16).data]
        )
        try database.execute(
            sql: """
                INSERT INTO passerelle_store (one, partition_kind, partition_id, partition_code,
                    own_place, arrival, last_time, last_bundle, schema_digest, digest)
                VALUES (1, ?, ?, ?, 0, 0, 0, 0, x'', zeroblob(16))
                """,
            arguments: [
                partition.kind.rawValue, partition.id.bytes.data, partition.code,
            ]
        )
    }
}
