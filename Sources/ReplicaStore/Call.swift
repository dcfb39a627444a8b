import GRDBSQLite
import Records

/// One call of an SQL function: its arguments, and the answer to give.
struct Call {
    private let handle: OpaquePointer?
    let count: Int
    private let values: UnsafeMutablePointer<OpaquePointer?>?

    init(
        _ handle: OpaquePointer?,
        _ count: Int32,
        _ values: UnsafeMutablePointer<OpaquePointer?>?
    ) {
        self.handle = handle
        self.count = Int(count)
        self.values = values
    }

    /// Answers with what `body` returns to SQLite, or with its error.
    func answer(_ body: (Call, StoreContext) throws -> Void) {
        guard let pointer = sqlite3_user_data(handle) else {
            sqlite3_result_error(handle, "the store is closed", -1)
            return
        }
        let context = Unmanaged<StoreContext>.fromOpaque(pointer).takeUnretainedValue()
        do {
            try body(self, context)
        } catch {
            sqlite3_result_error(handle, (error as? ReplicaError)?.message ?? "\(error)", -1)
        }
    }

    func value(_ index: Int) -> Value {
        index < count ? SQLiteValue.value(values?[index]) : .null
    }

    func integer(_ index: Int) -> Int64 {
        index < count ? sqlite3_value_int64(values?[index]) : 0
    }

    func bytes(_ index: Int) -> [UInt8] {
        guard index < count, let value = values?[index] else { return [] }
        return SQLiteValue.bytes(sqlite3_value_blob(value), sqlite3_value_bytes(value))
    }

    /// The bytes of an argument where they lie, valid during `body` only.
    func withBytes<Result>(
        _ index: Int,
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        let value = index < count ? values?[index] : nil
        let start = value.flatMap { sqlite3_value_blob($0) }
        let length = value.map { Int(sqlite3_value_bytes($0)) } ?? 0
        return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length))
    }

    /// How many bytes an argument takes as text or bytes.
    func length(_ index: Int) -> Int {
        index < count ? Int(sqlite3_value_bytes(values?[index])) : 0
    }

    func `return`(_ number: Int64) { sqlite3_result_int64(handle, number) }

    func `return`(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { self.return($0, count: $0.count) }
    }

    func `return`(_ stamp: FreshStamp) {
        withUnsafeBytes(of: stamp.storage) { self.return($0, count: stamp.count) }
    }

    /// Answers with bytes that stay where they are until the statement has ended.
    func `return`(static bytes: UnsafeRawBufferPointer) {
        sqlite3_result_blob64(handle, bytes.baseAddress, UInt64(bytes.count), nil)
    }

    // SQLite copies the bytes before the call returns.
    private func `return`(_ bytes: UnsafeRawBufferPointer, count: Int) {
        sqlite3_result_blob64(
            handle,
            bytes.baseAddress,
            UInt64(count),
            unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        )
    }
}
