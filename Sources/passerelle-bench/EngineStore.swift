import Causality
import GRDB
import GRDBSQLite
import HostSystem
import Records
import ReplicaStore
import Seams

/// The engine's side: one replica of an invented landlord.
struct EngineStore {
    let replica: Replica

    init(in folder: String) throws {
        let environment = ReplicaEnvironment(
            clock: SystemClock(),
            entropy: SystemEntropy(),
            volume: HostVolume()
        )
        guard
            let partition = PartitionID(kind: .landlord, id: InventedRows.id(0), code: "BENCH")
        else { throw BenchFailure.wrongWork("the partition has no name") }
        replica = try Replica.create(in: folder, partition, try BenchTable.schema(), environment)
    }

    var path: String { replica.folder + "/" + Replica.fileName }

    func close() throws { try replica.close() }

    /// Brings the log into the file, so that the next transaction begins it anew, whatever came before.
    func checkpoint() throws {
        var connection: OpaquePointer?
        defer { sqlite3_close_v2(connection) }
        var code = sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil)
        guard code == SQLITE_OK else { throw BenchFailure(connection, code) }
        code = sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        guard code == SQLITE_OK else { throw BenchFailure(connection, code) }
    }

    /// Inserts the rows through one prepared ``RowInserter``.
    func insert(_ rows: InventedRows) throws {
        try replica.write { transaction in
            let inserter = try transaction.inserter(
                BenchTable.name,
                BenchTable.fields.map(\.name)
            )
            for (id, values) in zip(rows.ids, rows.values) { try inserter.insert(id, values) }
        }
    }

    /// Inserts the rows as dictionaries, made beforehand.
    func insert(_ ids: [RecordID], _ rows: [[String: Value]]) throws {
        try replica.write { transaction in
            for (id, values) in zip(ids, rows) {
                try transaction.insert(BenchTable.name, id: id, values)
            }
        }
    }

    /// Changes the phone of some rows through one ``RowUpdater``.
    func update(_ ids: [RecordID], round: Int) throws {
        try replica.write { transaction in
            let updater = try transaction.updater(BenchTable.name, ["phone"])
            for (index, id) in ids.enumerated() {
                guard try updater.update(id, [InventedRows.phone(index, round: round)]) else {
                    throw BenchFailure.wrongWork("a row to change is not there")
                }
            }
        }
    }

    /// The same by free SQL, through the same C API as the plain side: the difference is the
    /// triggers.
    func updateBySQL(_ ids: [RecordID], round: Int) throws {
        try replica.write { transaction in
            guard let connection = transaction.database.sqliteConnection else {
                throw BenchFailure.wrongWork("the store is closed")
            }
            let statement = try PlainStatement(connection, BenchTable.updateSQL)
            for (index, id) in ids.enumerated() {
                try statement.run(id, InventedRows.phone(index, round: round))
            }
        }
    }

    /// Inserts that many invented rows, each made as it is inserted.
    func insertInvented(_ count: Int) throws {
        try replica.write { transaction in
            let inserter = try transaction.inserter(
                BenchTable.name,
                BenchTable.fields.map(\.name)
            )
            for index in 0..<count {
                try inserter.insert(InventedRows.id(index), InventedRows.row(index))
            }
        }
    }

    /// Brings this store to what another has seen.
    func apply(_ delta: Delta, rows: Int) throws { try apply(delta.bytes, rows: rows) }

    func apply(_ delta: [UInt8], rows: Int) throws {
        let application = try replica.apply(delta)
        guard application.rows == rows else {
            throw BenchFailure.wrongWork("\(application.rows) rows changed, not \(rows)")
        }
    }
}
