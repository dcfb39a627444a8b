/// The disk of one simulated machine: a folder of files, a page cache that a power cut empties, and
/// a fault that strikes at the k-th operation.
///
/// It is `@unchecked Sendable` because a world, and so each of its disks, runs on one thread.
package final class SimulatedDisk: @unchecked Sendable {
    /// Files by name, to be put back or into another machine.
    package typealias Image = [String: [UInt8]]

    /// The folder, below ``SimulatedVFS/root``.
    package let folder: String
    /// How many operations that change something were asked for.
    package private(set) var operations = 0
    /// The fault that struck since the disk was last mended.
    package private(set) var struck: DiskFault?
    /// Which start of the machine this is: what an earlier one opened is dead.
    private(set) var boot = 0
    private var files: [String: FileNode] = [:]
    /// The names that a power cut leaves.
    private var syncedNames: [String: FileNode] = [:]
    private var armed: (fault: DiskFault, countdown: Int)?
    private var isLocked = false
    private var filesMade = 0

    /// The name of the machine, which no copy of its files takes along.
    let machine: Int

    package init(folder: String, machine: Int) {
        self.folder = folder
        self.machine = machine
    }

    // MARK: Faults

    /// Lets `fault` strike at the k-th operation from now on, k from 1.
    package func arm(_ fault: DiskFault, at countdown: Int) { armed = (fault, countdown) }

    /// Takes back what was armed, and mends what struck.
    package func mend() {
        armed = nil
        struck = nil
    }

    /// Starts the machine anew after a crash or a power cut.
    package func restart(_ survival: Survival, _ dice: Dice) {
        mend()
        boot += 1
        isLocked = false
        restoreNames(survival, dice)
        for name in names { files[name]?.cutPower(survival, dice) }
        syncedNames = files
    }

    /// Each name that was made or removed without a sync of the folder is kept or not.
    private func restoreNames(_ survival: Survival, _ dice: Dice) {
        guard survival != .everything else { return }
        for name in Set(files.keys).union(syncedNames.keys).sorted()
        where files[name] !== syncedNames[name] {
            if survival == .nothing || dice.flip() { files[name] = syncedNames[name] }
        }
    }

    /// Counts an operation and says which fault it meets.
    func operate(isWrite: Bool = false) -> DiskFault? {
        operations += 1
        if let struck, struck.lasts { return struck == .full && !isWrite ? nil : struck }
        guard let (fault, countdown) = armed else { return nil }
        armed?.countdown -= 1
        guard countdown <= 1, isWrite || !fault.needsWrite else { return nil }
        armed = nil
        struck = fault
        return fault
    }

    /// Whether the machine stands still.
    var isStopped: Bool { struck == .stop }

    // MARK: Files

    var names: [String] { files.keys.sorted() }

    func file(_ name: String) -> FileNode? { files[name] }

    func create(_ name: String) -> FileNode {
        let file = FileNode(nextNumber())
        files[name] = file
        return file
    }

    func remove(_ name: String) -> Bool { files.removeValue(forKey: name) != nil }

    func rename(_ name: String, to other: String) {
        files[other] = files.removeValue(forKey: name)
    }

    func syncFolder() { syncedNames = files }

    /// The bytes of every file, as a copy of the folder takes them.
    package var image: Image { files.mapValues(\.bytes) }

    /// Puts other files in the place of those that are there, while no store is open; a file that is
    /// written over keeps its number, one that is copied in gets another.
    package func replace(with image: Image, keepsNumbers: Bool) {
        let old = files
        files = [:]
        for (name, bytes) in image.sorted(by: { $0.key < $1.key }) {
            let number = keepsNumbers ? old[name]?.number : nil
            files[name] = FileNode(number ?? nextNumber(), bytes)
        }
        syncedNames = files
    }

    private func nextNumber() -> Int {
        filesMade += 1
        return filesMade
    }

    // MARK: The one writer

    /// Takes the lock of the folder; whether nobody held it.
    func lock() -> Bool {
        defer { isLocked = true }
        return !isLocked
    }

    /// Lets go of a lock that was taken after that start of the machine.
    func unlock(takenAt boot: Int) {
        if boot == self.boot { isLocked = false }
    }
}
