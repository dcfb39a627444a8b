import GRDBSQLite
import Records

/// The plain side: SQLite through its C API, with the pragmas that the engine sets.
final class PlainStore {
    private let connection: OpaquePointer
    let path: String

    init(in folder: String) throws {
        path = folder + "/plain.sqlite"
        var connection: OpaquePointer?
        // Without mutexes, as GRDB opens the engine's connection.
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &connection, flags, nil)
        guard code == SQLITE_OK, let connection else { throw BenchFailure(connection, code) }
        self.connection = connection
        try execute("PRAGMA journal_mode = WAL")
        try execute("PRAGMA synchronous = FULL")
        try execute("PRAGMA secure_delete = ON")
        try execute("PRAGMA journal_size_limit = 67108864")
        try execute("PRAGMA cache_size = -16000")
        try execute(BenchTable.plainSQL)
    }

    // The last connection to close writes the log into the file.
    deinit { sqlite3_close_v2(connection) }

    func insert(_ rows: InventedRows) throws {
        try inTransaction(BenchTable.insertSQL) { statement in
            for (id, values) in zip(rows.ids, rows.values) { try statement.run(id, values) }
        }
    }

    func update(_ rows: InventedRows, round: Int) throws {
        try inTransaction(BenchTable.updateSQL) { statement in
            for (index, id) in rows.ids.enumerated() {
                try statement.run(id, InventedRows.phone(index, round: round))
            }
        }
    }

    private func inTransaction(_ sql: String, _ body: (PlainStatement) throws -> Void) throws {
        try execute("BEGIN IMMEDIATE")
        try body(try PlainStatement(connection, sql))
        try execute("COMMIT")
    }

    private func execute(_ sql: String) throws {
        let code = sqlite3_exec(connection, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw BenchFailure(connection, code) }
    }
}
