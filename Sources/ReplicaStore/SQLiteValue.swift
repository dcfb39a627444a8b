import GRDBSQLite
import Records

/// Values as SQLite hands them over.
enum SQLiteValue {
    static func bytes(_ start: UnsafeRawPointer?, _ count: Int32) -> [UInt8] {
        guard let start, count > 0 else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(count)))
    }

    static func text(_ start: UnsafePointer<UInt8>?, _ count: Int32) -> String {
        String(decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self)
    }

    static func value(_ value: OpaquePointer?) -> Value {
        switch sqlite3_value_type(value) {
        case SQLITE_INTEGER: .integer(sqlite3_value_int64(value))
        case SQLITE_TEXT: .text(text(sqlite3_value_text(value), sqlite3_value_bytes(value)))
        case SQLITE_BLOB: .blob(bytes(sqlite3_value_blob(value), sqlite3_value_bytes(value)))
        default: .null
        }
    }
}
