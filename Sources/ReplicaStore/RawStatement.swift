import GRDB
import GRDBSQLite
import Records

/// A prepared statement stepped through SQLite's own API, for the loops that are measured.
///
/// It belongs to one connection and is used on that connection's queue only.
final class RawStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    /// The first refusal of a value since the last step: it is told by the next one.
    private var refusal = SQLITE_OK

    init(_ database: Database, _ sql: String) throws {
        guard let connection = database.sqliteConnection else {
            throw ReplicaError(.statement, "the store is closed")
        }
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(
            connection,
            sql,
            -1,
            UInt32(SQLITE_PREPARE_PERSISTENT),
            &handle,
            nil
        )
        guard code == SQLITE_OK, let handle else {
            throw Self.error(connection, code)
        }
        self.handle = handle
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    // Bytes are bound without a copy where they outlive the step, else SQLite takes its own.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    func bind(_ number: Int64, at index: Int32) { note(sqlite3_bind_int64(handle, index, number)) }

    func bind(_ bytes: [UInt8], at index: Int32) {
        if bytes.isEmpty {
            note(sqlite3_bind_zeroblob(handle, index, 0))
        } else {
            note(sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), Self.transient))
        }
    }

    func bind(_ stamp: FreshStamp, at index: Int32) {
        withUnsafeBytes(of: stamp.storage) { bytes in
            note(
                sqlite3_bind_blob64(
                    handle,
                    index,
                    bytes.baseAddress,
                    UInt64(stamp.count),
                    Self.transient
                )
            )
        }
    }

    func bind(_ text: String, at index: Int32) {
        var text = text
        text.withUTF8 { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                note(
                    sqlite3_bind_text64(
                        handle,
                        index,
                        $0.baseAddress,
                        UInt64($0.count),
                        Self.transient,
                        UInt8(SQLITE_UTF8)
                    )
                )
            }
        }
    }

    func bind(_ value: Value, at index: Int32) {
        switch value {
        case .null: note(sqlite3_bind_null(handle, index))
        case .integer(let number): bind(number, at: index)
        case .text(let text): bind(text, at: index)
        case .blob(let bytes): bind(bytes, at: index)
        }
    }

    /// Binds one value for each field, from a place on, checking their types.
    func bind(_ values: [Value], of fields: [Field], from first: Int32) throws(ReplicaError) {
        guard values.count == fields.count else {
            throw ReplicaError(.badValue, "\(fields.count) values are wanted, not \(values.count)")
        }
        for (index, field) in fields.enumerated() {
            guard field.type.admits(values[index]) else {
                throw ReplicaError(.badValue, "‘\(field.name)’ takes \(field.type.rawValue)")
            }
            bind(values[index], at: first + Int32(index))
        }
    }

    private func note(_ code: Int32) {
        if code != SQLITE_OK, refusal == SQLITE_OK { refusal = code }
    }

    /// Steps to the next row; false at the end, when the statement is ready for its next use.
    func step() throws -> Bool {
        guard refusal == SQLITE_OK else {
            defer { refusal = SQLITE_OK }
            sqlite3_reset(handle)
            throw Self.error(connection, refusal)
        }
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else {
            let error = Self.error(connection, code)
            sqlite3_reset(handle)
            throw error
        }
        sqlite3_reset(handle)
        return false
    }

    /// Runs a statement that returns no row; how many rows it changed.
    @discardableResult
    func run() throws -> Int {
        while try step() {}
        return Int(sqlite3_changes(connection))
    }

    func reset() { sqlite3_reset(handle) }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func text(_ column: Int32) -> String {
        SQLiteValue.text(sqlite3_column_text(handle, column), sqlite3_column_bytes(handle, column))
    }

    func bytes(_ column: Int32) -> [UInt8] {
        SQLiteValue.bytes(sqlite3_column_blob(handle, column), sqlite3_column_bytes(handle, column))
    }

    func value(_ column: Int32) -> Value {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, column))
        case SQLITE_TEXT:
            .text(text(column))
        case SQLITE_BLOB: .blob(bytes(column))
        default: .null
        }
    }

    private static func error(_ connection: OpaquePointer, _ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(connection))
        )
    }
}
