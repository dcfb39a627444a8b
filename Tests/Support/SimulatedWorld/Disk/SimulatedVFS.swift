import GRDBSQLite
import Glibc
import Synchronization

/// The way from SQLite to the simulated disks.
///
/// Paths below ``root`` lie on them; every other path goes where it went before, so that tests of
/// real files may run in the same process.
package enum SimulatedVFS {
    /// Below it lie the folders of simulated disks.
    package static let root = "/simulated-region/"

    private static let disks = Mutex<[String: SimulatedDisk]>([:])
    private static let isInstalled = install()

    /// Lets SQLite find a disk; whether that could be.
    package static func mount(_ disk: SimulatedDisk) -> Bool {
        guard isInstalled else { return false }
        disks.withLock { $0[disk.folder] = disk }
        return true
    }

    package static func unmount(_ disk: SimulatedDisk) {
        disks.withLock { _ = $0.removeValue(forKey: disk.folder) }
    }

    /// The disk and the name of the file at a path, nil where the path is no simulated one.
    static func place(of path: String) -> (SimulatedDisk, String)? {
        guard path.hasPrefix(root), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            return nil
        }
        let folder = String(path[..<slash])
        return disks.withLock { $0[folder] }
            .map { ($0, String(path[path.index(after: slash)...])) }
    }

    static func place(of path: UnsafePointer<CChar>?) -> (SimulatedDisk, String)? {
        guard let path, strncmp(path, root, root.utf8.count) == 0 else { return nil }
        return place(of: String(cString: path))
    }

    private static func install() -> Bool {
        guard let real = sqlite3_vfs_find(nil) else { return false }
        // Never freed: SQLite keeps it as long as the process lives.
        let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        vfs.initialize(to: real.pointee)
        vfs.pointee.pNext = nil
        vfs.pointee.zName = UnsafePointer(strdup("passerelle-simulated"))
        vfs.pointee.szOsFile = max(real.pointee.szOsFile, SimulatedFile.size)
        vfs.pointee.pAppData = UnsafeMutableRawPointer(real)
        vfs.pointee.xOpen = openPath
        vfs.pointee.xDelete = deletePath
        vfs.pointee.xAccess = accessPath
        vfs.pointee.xFullPathname = completePath
        return sqlite3_vfs_register(vfs, 1) == SQLITE_OK
    }
}

// What SQLite calls are plain functions: a C function pointer captures nothing.

private typealias VFS = UnsafeMutablePointer<sqlite3_vfs>

/// The VFS that was the default before.
private func real(_ vfs: VFS?) -> VFS? {
    vfs?.pointee.pAppData?.assumingMemoryBound(to: sqlite3_vfs.self)
}

private func openPath(
    _ vfs: VFS?,
    _ path: UnsafePointer<CChar>?,
    _ file: UnsafeMutablePointer<sqlite3_file>?,
    _ flags: Int32,
    _ outFlags: UnsafeMutablePointer<Int32>?
) -> Int32 {
    guard let (disk, name) = SimulatedVFS.place(of: path) else {
        return real(vfs).map { $0.pointee.xOpen($0, path, file, flags, outFlags) } ?? SQLITE_ERROR
    }
    file?.pointee.pMethods = nil
    let isNew = disk.file(name) == nil
    guard !disk.isStopped, !isNew || flags & SQLITE_OPEN_CREATE != 0, disk.operate() == nil else {
        return SQLITE_CANTOPEN
    }
    let journals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL
    SimulatedFile.attach(
        OpenFile(
            disk,
            disk.file(name) ?? disk.create(name),
            isNewJournal: isNew && flags & journals != 0
        ),
        to: file
    )
    outFlags?.pointee = flags
    return SQLITE_OK
}

private func deletePath(
    _ vfs: VFS?,
    _ path: UnsafePointer<CChar>?,
    _ syncsFolder: Int32
) -> Int32 {
    guard let (disk, name) = SimulatedVFS.place(of: path) else {
        return real(vfs).map { $0.pointee.xDelete($0, path, syncsFolder) } ?? SQLITE_ERROR
    }
    guard !disk.isStopped, disk.operate() == nil else { return SQLITE_IOERR | 10 << 8 }
    guard disk.remove(name) else { return SQLITE_IOERR | 23 << 8 }
    if syncsFolder != 0 { disk.syncFolder() }
    return SQLITE_OK
}

private func accessPath(
    _ vfs: VFS?,
    _ path: UnsafePointer<CChar>?,
    _ flags: Int32,
    _ result: UnsafeMutablePointer<Int32>?
) -> Int32 {
    guard let (disk, name) = SimulatedVFS.place(of: path) else {
        return real(vfs).map { $0.pointee.xAccess($0, path, flags, result) } ?? SQLITE_ERROR
    }
    result?.pointee = disk.file(name) == nil ? 0 : 1
    return SQLITE_OK
}

private func completePath(
    _ vfs: VFS?,
    _ path: UnsafePointer<CChar>?,
    _ count: Int32,
    _ result: UnsafeMutablePointer<CChar>?
) -> Int32 {
    guard let path, SimulatedVFS.place(of: path) != nil else {
        return real(vfs).map { $0.pointee.xFullPathname($0, path, count, result) } ?? SQLITE_ERROR
    }
    guard strlen(path) < Int(count), let result else { return SQLITE_CANTOPEN }
    strcpy(result, path)
    return SQLITE_OK
}
