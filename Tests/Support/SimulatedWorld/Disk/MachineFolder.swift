import Seams

/// The small files beside a store, on the disk of a simulated machine.
struct MachineFolder: Disk {
    let disk: SimulatedDisk

    func list(limit: Int) throws(DiskFailure) -> [String] { Array(disk.names.prefix(limit)) }

    func read(
        _ name: String,
        from offset: Int,
        count: Int
    ) throws(DiskFailure) -> [UInt8] {
        Array(try file(name).bytes.dropFirst(offset).prefix(count))
    }

    func size(of name: String) throws(DiskFailure) -> Int { try file(name).bytes.count }

    /// Writes, syncs and renames: four operations, at each of which a fault may strike.
    func write(_ bytes: [UInt8], as name: String) throws(DiskFailure) {
        let temporary = ".\(name).part"
        try operate("create")
        let file = disk.create(temporary)
        try operate("write", isWrite: true)
        bytes.withUnsafeBytes { file.write($0, at: 0) }
        try operate("fsync")
        file.sync()
        try operate("rename")
        disk.rename(temporary, to: name)
        disk.syncFolder()
    }

    func remove(_ name: String) throws(DiskFailure) {
        try operate("unlink")
        _ = disk.remove(name)
        disk.syncFolder()
    }

    private func file(_ name: String) throws(DiskFailure) -> FileNode {
        guard let file = disk.file(name) else { throw .notAFile(name: name) }
        return file
    }

    private func operate(_ verb: String, isWrite: Bool = false) throws(DiskFailure) {
        let stopped = DiskFailure.system(operation: verb, path: "folder", errno: 5)
        if disk.isStopped { throw stopped }
        switch disk.operate(isWrite: isWrite) {
        case nil: return
        case .full, .storesHalf: throw .full(path: "folder")
        case .stop, .fails, .failsOnce: throw stopped
        }
    }
}
