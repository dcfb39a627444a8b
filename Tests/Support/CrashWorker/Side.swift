import Causality
import GRDB
import GRDBSQLite
import HostSystem
import Records
import ReplicaStore
import Seams
import TestKit

/// One of the two replicas: the one under test, or its peer.
struct Side {
    let name: String
    let replica: Replica

    /// Opens the store of a side, or creates it, and says which.
    init(_ name: String, in root: String, pragmas: String) throws {
        let folder = root + "/" + name
        // The simulated disk is a FUSE mount, which the host's own volume refuses.
        let environment = ReplicaEnvironment(
            clock: SystemClock(),
            entropy: SystemEntropy(),
            volume: TestVolume()
        )
        let schema = try CrashSchema.make()
        let isNew = HostVolume().isAbsent(folder + "/" + Replica.fileName)
        self.name = name
        replica =
            isNew
            ? try Replica.create(in: folder, try Self.partition(), schema, environment)
            : try Replica.open(in: folder, schema, environment)
        try Self.run(pragmas, on: replica)
        let own = replica.versionVector[replica.id]
        try Journal.line("\(isNew ? "created" : "opened") \(name) \(replica.id) \(own)")
    }

    private static func partition() throws -> PartitionID {
        guard
            let partition = PartitionID(kind: .landlord, id: try CrashSchema.id(1), code: "CRASH")
        else { throw WorkerFailure.noPartition }
        return partition
    }

    /// The harness's own pragmas: a small checkpoint interval, or the control with NORMAL.
    ///
    /// SQLite takes `synchronous` outside a transaction only, and the engine's closures all run in
    /// one. Nothing else uses the connection while this thread does.
    private static func run(_ pragmas: String, on replica: Replica) throws {
        let connection = try replica.read { $0.sqliteConnection }
        for pragma in pragmas.split(separator: ",") {
            guard sqlite3_exec(connection, "PRAGMA \(pragma)", nil, nil, nil) == SQLITE_OK else {
                throw WorkerFailure.pragma(String(pragma))
            }
        }
    }

    /// The number of the row that this side wrote, the newest first, or nil.
    func ownRow(newest place: Int) throws -> Int? {
        try replica.read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT number FROM item WHERE side = ? ORDER BY number DESC LIMIT 1 OFFSET ?",
                arguments: [name, place]
            )
        }
    }
}
