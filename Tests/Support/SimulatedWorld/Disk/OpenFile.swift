import GRDBSQLite

/// A file that SQLite has open on a simulated disk; dead once its machine has stopped.
final class OpenFile {
    let disk: SimulatedDisk
    let node: FileNode
    private let boot: Int
    /// Whether the first sync lasts the name too, as SQLite has the folder of a new journal synced.
    private var syncsFolder: Bool
    /// The index of a WAL: one connection at a time has a store, so it lies in plain memory.
    private var sharedMemory: [UnsafeMutableRawPointer] = []

    init(_ disk: SimulatedDisk, _ node: FileNode, isNewJournal: Bool) {
        self.disk = disk
        self.node = node
        boot = disk.boot
        syncsFolder = isNewJournal
    }

    deinit { forgetSharedMemory() }

    /// Whether the machine still runs that opened the file.
    private var isAlive: Bool { boot == disk.boot && !disk.isStopped }

    func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int32 {
        guard isAlive else { return SQLITE_IOERR | 1 << 8 }
        let available = max(0, min(buffer.count, node.bytes.count - offset))
        if available > 0 {
            node.bytes.withUnsafeBytes { bytes in
                buffer.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[offset...].prefix(available))
                )
            }
        }
        if available == buffer.count { return SQLITE_OK }
        buffer[available...].initializeMemory(as: UInt8.self, repeating: 0)
        return SQLITE_IOERR | 2 << 8
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int32 {
        guard isAlive else { return SQLITE_IOERR | 3 << 8 }
        switch disk.operate(isWrite: true) {
        case nil:
            node.write(bytes, at: offset)
            return SQLITE_OK
        case .full: return SQLITE_FULL
        case .storesHalf:
            node.write(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]), at: offset)
            return SQLITE_FULL
        case .stop, .fails, .failsOnce: return SQLITE_IOERR | 3 << 8
        }
    }

    func truncate(to count: Int) -> Int32 {
        guard isAlive, disk.operate() == nil else { return SQLITE_IOERR | 6 << 8 }
        node.truncate(to: count)
        return SQLITE_OK
    }

    func sync() -> Int32 {
        guard isAlive, disk.operate() == nil else { return SQLITE_IOERR | 4 << 8 }
        node.sync()
        if syncsFolder {
            disk.syncFolder()
            syncsFolder = false
        }
        return SQLITE_OK
    }

    func sharedMemory(_ region: Int, size: Int, isWanted: Bool) -> UnsafeMutableRawPointer? {
        while isWanted, sharedMemory.count <= region {
            let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
            memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
            sharedMemory.append(memory)
        }
        return region < sharedMemory.count ? sharedMemory[region] : nil
    }

    func forgetSharedMemory() {
        for memory in sharedMemory { memory.deallocate() }
        sharedMemory = []
    }
}
