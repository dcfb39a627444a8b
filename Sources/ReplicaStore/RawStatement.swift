import GRDB
import GRDBSQLite
import Records

/// A prepared statement stepped through SQLite's own API, for the loops that are measured.
///
/// It belongs to one connection and is used on that connection's queue only.
final class RawStatement {
    let handle: OpaquePointer
    private let connection: OpaquePointer
    private let parameterCount: Int32
    /// Room for a short value of each parameter, for the life of the statement.
    private let places: UnsafeMutableRawPointer
    private static let placeSize = 128
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
        parameterCount = sqlite3_bind_parameter_count(handle)
        places = .allocate(
            byteCount: max(1, Int(parameterCount) * Self.placeSize),
            alignment: MemoryLayout<UInt64>.alignment
        )
    }

    deinit {
        sqlite3_finalize(handle)
        places.deallocate()
    }

    // A longer value SQLite copies for itself.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    func bind(_ number: Int64, at index: Int32) { note(sqlite3_bind_int64(handle, index, number)) }

    func bind(_ bytes: [UInt8], at index: Int32) {
        bytes.withUnsafeBytes { bind(blob: $0, at: index) }
    }

    func bind(_ stamp: FreshStamp, at index: Int32) {
        withUnsafeBytes(of: stamp.storage) { bytes in
            bind(blob: UnsafeRawBufferPointer(rebasing: bytes.prefix(stamp.count)), at: index)
        }
    }

    private func bind(blob bytes: UnsafeRawBufferPointer, at index: Int32) {
        let count = UInt64(bytes.count)
        if bytes.isEmpty {
            note(sqlite3_bind_zeroblob(handle, index, 0))
        } else if let place = place(for: bytes, at: index) {
            note(sqlite3_bind_blob64(handle, index, place, count, nil))
        } else {
            note(sqlite3_bind_blob64(handle, index, bytes.baseAddress, count, Self.transient))
        }
    }

    func bind(_ text: String, at index: Int32) {
        var text = text
        text.withUTF8 { bind(text: UnsafeRawBufferPointer($0), at: index) }
    }

    private func bind(text bytes: UnsafeRawBufferPointer, at index: Int32) {
        let place = place(for: bytes, at: index)
        let start = (place ?? bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
        note(
            sqlite3_bind_text64(
                handle,
                index,
                start,
                UInt64(bytes.count),
                place == nil ? Self.transient : nil,
                UInt8(SQLITE_UTF8)
            )
        )
    }

    /// The bytes copied to the parameter's own place, nil where they do not fit there.
    ///
    /// The place is the parameter's until it is bound again, so SQLite need take no copy of its own,
    /// nor memory for it.
    private func place(
        for bytes: UnsafeRawBufferPointer,
        at index: Int32
    ) -> UnsafeRawPointer? {
        guard bytes.count <= Self.placeSize, index >= 1, index <= parameterCount else {
            return nil
        }
        let place = places + (Int(index) - 1) * Self.placeSize
        if let source = bytes.baseAddress {
            place.copyMemory(from: source, byteCount: bytes.count)
        }
        return UnsafeRawPointer(place)
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

    func note(_ code: Int32) {
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
