import GRDBSQLite

/// Plain SQLite that takes one blob a transaction, durably.
final class PlainBlobs {
    private let connection: OpaquePointer
    private var statement: OpaquePointer?

    init(in folder: String) throws {
        var connection: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(folder + "/blobs.sqlite", &connection, flags, nil)
        guard code == SQLITE_OK, let connection else { throw BenchFailure(connection, code) }
        self.connection = connection
        for sql in [
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
            "CREATE TABLE blob (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
        ] {
            try check(sqlite3_exec(connection, sql, nil, nil, nil))
        }
        let sql = "INSERT INTO blob (bytes) VALUES (?)"
        try check(sqlite3_prepare_v2(connection, sql, -1, &statement, nil))
    }

    deinit {
        sqlite3_finalize(statement)
        sqlite3_close_v2(connection)
    }

    func insert(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { buffer in
            let count = Int32(buffer.count)
            try check(sqlite3_bind_blob(statement, 1, buffer.baseAddress, count, nil))
            try check(sqlite3_step(statement), SQLITE_DONE)
            try check(sqlite3_reset(statement))
        }
    }

    private func check(_ code: Int32, _ expected: Int32 = SQLITE_OK) throws {
        guard code == expected else { throw BenchFailure(connection, code) }
    }
}
