import GRDBSQLite

/// What SQLite holds of an ``OpenFile``: the table of its methods, then the file itself.
enum SimulatedFile {
    typealias Handle = UnsafeMutablePointer<sqlite3_file>

    private static let offset = MemoryLayout<sqlite3_file>.stride

    static let size = Int32(offset + MemoryLayout<UnsafeRawPointer>.stride)

    /// Made once and never freed, as SQLite wants it.
    nonisolated(unsafe) private static let methods = makeMethods()

    static func attach(_ file: OpenFile, to handle: Handle?) {
        guard let handle else { return }
        let pointer = Unmanaged.passRetained(file).toOpaque()
        UnsafeMutableRawPointer(handle).storeBytes(
            of: pointer,
            toByteOffset: offset,
            as: UnsafeMutableRawPointer.self
        )
        handle.pointee.pMethods = UnsafePointer(methods)
    }

    static func unmanaged(_ handle: Handle?) -> Unmanaged<OpenFile>? {
        guard let handle else { return nil }
        let pointer = UnsafeRawPointer(handle)
            .load(fromByteOffset: offset, as: UnsafeMutableRawPointer.self)
        return Unmanaged<OpenFile>.fromOpaque(pointer)
    }

    /// Lets `body` work on the file behind a handle.
    static func with(_ handle: Handle?, _ body: (OpenFile) -> Int32) -> Int32 {
        unmanaged(handle).map { body($0.takeUnretainedValue()) } ?? SQLITE_ERROR
    }

    private static func makeMethods() -> UnsafeMutablePointer<sqlite3_io_methods> {
        let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        var table = sqlite3_io_methods()
        table.iVersion = 2
        table.xClose = closeFile
        table.xRead = readFile
        table.xWrite = writeFile
        table.xTruncate = truncateFile
        table.xSync = syncFile
        table.xFileSize = tellSize
        table.xLock = lockFile
        table.xUnlock = lockFile
        table.xCheckReservedLock = tellReserved
        table.xFileControl = controlFile
        table.xSectorSize = tellSectorSize
        table.xDeviceCharacteristics = tellCharacteristics
        table.xShmMap = mapShared
        table.xShmLock = lockShared
        table.xShmBarrier = passBarrier
        table.xShmUnmap = unmapShared
        methods.initialize(to: table)
        return methods
    }
}

// What SQLite calls are plain functions: a C function pointer captures nothing.

private typealias Handle = SimulatedFile.Handle

private func closeFile(_ handle: Handle?) -> Int32 {
    SimulatedFile.unmanaged(handle)?.release()
    handle?.pointee.pMethods = nil
    return SQLITE_OK
}

private func readFile(
    _ handle: Handle?,
    _ buffer: UnsafeMutableRawPointer?,
    _ count: Int32,
    _ offset: sqlite3_int64
) -> Int32 {
    SimulatedFile.with(handle) {
        $0.read(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)), at: Int(offset))
    }
}

private func writeFile(
    _ handle: Handle?,
    _ bytes: UnsafeRawPointer?,
    _ count: Int32,
    _ offset: sqlite3_int64
) -> Int32 {
    SimulatedFile.with(handle) {
        $0.write(UnsafeRawBufferPointer(start: bytes, count: Int(count)), at: Int(offset))
    }
}

private func truncateFile(_ handle: Handle?, _ count: sqlite3_int64) -> Int32 {
    SimulatedFile.with(handle) { $0.truncate(to: Int(count)) }
}

private func syncFile(_ handle: Handle?, _ flags: Int32) -> Int32 {
    SimulatedFile.with(handle) { $0.sync() }
}

private func tellSize(_ handle: Handle?, _ size: UnsafeMutablePointer<sqlite3_int64>?) -> Int32 {
    SimulatedFile.with(handle) {
        size?.pointee = sqlite3_int64($0.node.bytes.count)
        return SQLITE_OK
    }
}

// The lock of the store keeps a second writer out; SQLite's own locks have nobody to keep out.
private func lockFile(_ handle: Handle?, _ level: Int32) -> Int32 { SQLITE_OK }

private func tellReserved(_ handle: Handle?, _ result: UnsafeMutablePointer<Int32>?) -> Int32 {
    result?.pointee = 0
    return SQLITE_OK
}

private func controlFile(
    _ handle: Handle?,
    _ operation: Int32,
    _ argument: UnsafeMutableRawPointer?
) -> Int32 { SQLITE_NOTFOUND }

private func tellSectorSize(_ handle: Handle?) -> Int32 { 4_096 }

// As on Linux: a torn write harms no byte beside those that it writes.
private func tellCharacteristics(_ handle: Handle?) -> Int32 { SQLITE_IOCAP_POWERSAFE_OVERWRITE }

private func mapShared(
    _ handle: Handle?,
    _ region: Int32,
    _ size: Int32,
    _ isWanted: Int32,
    _ result: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> Int32 {
    SimulatedFile.with(handle) {
        result?.pointee = $0.sharedMemory(Int(region), size: Int(size), isWanted: isWanted != 0)
        return SQLITE_OK
    }
}

private func lockShared(
    _ handle: Handle?,
    _ offset: Int32,
    _ count: Int32,
    _ flags: Int32
) -> Int32 { SQLITE_OK }

private func passBarrier(_ handle: Handle?) {}

private func unmapShared(_ handle: Handle?, _ deletes: Int32) -> Int32 {
    SimulatedFile.with(handle) {
        $0.forgetSharedMemory()
        return SQLITE_OK
    }
}
