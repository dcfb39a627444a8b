import Seams

/// The place where the store of a simulated machine lives.
package struct SimulatedVolume: Volume {
    private let disk: SimulatedDisk

    package init(_ disk: SimulatedDisk) { self.disk = disk }

    package func networkFileSystem(at path: String) -> String? { nil }

    package func isAbsent(_ path: String) -> Bool {
        guard let (disk, name) = SimulatedVFS.place(of: path) else { return true }
        return disk.file(name) == nil
    }

    package func fingerprint(of path: String) -> String? {
        guard let (disk, name) = SimulatedVFS.place(of: path) else { return nil }
        return disk.file(name).map { "\(disk.machine) \($0.number)" }
    }

    package func disk(at folder: String) -> any Disk { MachineFolder(disk: disk) }

    package func lock(folder: String) throws(DiskFailure) -> (any StoreLock)? {
        disk.lock() ? SimulatedLock(disk) : nil
    }

    package func makeFile(_ path: String) throws(DiskFailure) {
        guard let (disk, name) = SimulatedVFS.place(of: path) else { throw .notAFile(name: path) }
        _ = disk.remove(name)
        _ = disk.create(name)
    }

    package func settle(_ temporary: String, as path: String) throws(DiskFailure) {
        guard let (disk, from) = SimulatedVFS.place(of: temporary),
            let (_, to) = SimulatedVFS.place(of: path), let file = disk.file(from)
        else { throw .notAFile(name: temporary) }
        if disk.operate(isWrite: true) != nil {
            throw .system(operation: "rename", path: path, errno: 5)
        }
        file.sync()
        disk.rename(from, to: to)
        disk.syncFolder()
    }

    package func remove(_ path: String) throws(DiskFailure) {
        guard let (disk, name) = SimulatedVFS.place(of: path) else { return }
        _ = disk.remove(name)
    }
}

/// A lock that a crash of the machine lets go of.
private final class SimulatedLock: StoreLock {
    private let disk: SimulatedDisk
    private let boot: Int

    init(_ disk: SimulatedDisk) {
        self.disk = disk
        boot = disk.boot
    }

    func release() { disk.unlock(takenAt: boot) }
}
