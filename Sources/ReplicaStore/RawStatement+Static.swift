import BundleFormat
import GRDBSQLite

/// Bytes bound where they are: they must stay there until the statement is bound anew or cleared.
extension RawStatement {
    func bindStatic(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
        guard let start = bytes.baseAddress, bytes.count > 0 else {
            note(sqlite3_bind_zeroblob(handle, index, 0))
            return
        }
        note(sqlite3_bind_blob64(handle, index, start, UInt64(bytes.count), nil))
    }

    func bindStatic(_ value: ValueSlice, in bytes: UnsafeRawBufferPointer, at index: Int32) {
        switch value {
        case .null:
            note(sqlite3_bind_null(handle, index))
        case .integer(let number):
            note(sqlite3_bind_int64(handle, index, number))
        case .text(let place):
            guard let start = bytes.baseAddress else { return }
            // A pointer to empty text must not be nil, which SQLite takes for NULL.
            let text = (start + Int(place.start)).assumingMemoryBound(to: CChar.self)
            let count = UInt64(place.count)
            note(sqlite3_bind_text64(handle, index, text, count, nil, UInt8(SQLITE_UTF8)))
        case .blob(let place):
            bindStatic(UnsafeRawBufferPointer(rebasing: bytes[place.range]), at: index)
        }
    }

    /// Lets go of all that is bound.
    func clear() { sqlite3_clear_bindings(handle) }
}
