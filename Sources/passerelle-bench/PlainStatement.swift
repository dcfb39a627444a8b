import GRDBSQLite
import Records

/// A prepared statement of SQLite's C API, used the same way on both sides.
final class PlainStatement {
    private let connection: OpaquePointer
    private let handle: OpaquePointer

    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ connection: OpaquePointer, _ sql: String) throws {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
        guard code == SQLITE_OK, let handle else { throw BenchFailure(connection, code) }
        self.connection = connection
        self.handle = handle
    }

    deinit { sqlite3_finalize(handle) }

    /// Binds, steps and resets; the statement returns no row.
    func run(_ id: RecordID, _ values: [Value]) throws {
        bind(id.bytes, at: 1)
        for (index, value) in values.enumerated() { bind(value, at: Int32(index) + 2) }
        try step()
    }

    func run(_ id: RecordID, _ value: Value) throws {
        bind(id.bytes, at: 1)
        bind(value, at: 2)
        try step()
    }

    private func step() throws {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else { throw BenchFailure(connection, code) }
    }

    private func bind(_ value: Value, at index: Int32) {
        switch value {
        case .null: sqlite3_bind_null(handle, index)
        case .integer(let number): sqlite3_bind_int64(handle, index, number)
        case .blob(let bytes): bind(bytes, at: index)
        case .text(var text):
            text.withUTF8 { buffer in
                buffer.withMemoryRebound(to: CChar.self) { characters in
                    _ = sqlite3_bind_text(
                        handle,
                        index,
                        characters.baseAddress,
                        Int32(clamping: characters.count),
                        Self.transient
                    )
                }
            }
        }
    }

    private func bind(_ bytes: [UInt8], at index: Int32) {
        sqlite3_bind_blob(handle, index, bytes, Int32(clamping: bytes.count), Self.transient)
    }
}

extension BenchFailure {
    /// The last error of a connection.
    init(_ connection: OpaquePointer?, _ code: Int32) {
        self = .sqlite(code: code, message: String(cString: sqlite3_errmsg(connection)))
    }
}
