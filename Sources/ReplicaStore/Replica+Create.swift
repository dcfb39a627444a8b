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
        let draft = StoreDraft(path, environment.volume)
        try draft.requireVacant()
        return try ReplicaError.mapped(at: path) {
            try draft.make { temporary in
                let queue = try DatabaseQueue(
                    path: temporary,
                    configuration: StoreDraft.configuration(functions)
                )
                try EngineTables.migrator.migrate(queue)
                let own = environment.entropy.bytes(16)
                try queue.write { try insertStore($0, partition, own: own) }
                try queue.close()
            }
            let queue = try DatabaseQueue(path: path, configuration: configuration(functions))
            return try adopt(
                queue,
                schema,
                folder,
                environment,
                lock,
                functions: functions,
                isNew: true
            )
        }
    }

    static func insertStore(
        _ database: Database,
        _ partition: PartitionID,
        own: [UInt8]
    ) throws {
        try database.execute(
            sql: "INSERT INTO passerelle_site (place, replica, counter) VALUES (0, ?, 0)",
            arguments: [own.data]
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
