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
