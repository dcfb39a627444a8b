import Glibc
import Seams

/// The file systems of this machine.
package struct HostVolume: Volume {
    package init() {}

    // SQLite's locks and shared memory do not hold where another machine or process does the storing.
    private static let networkTypes = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "vboxsf",
    ]

    package func networkFileSystem(at path: String) throws(DiskFailure) -> String? {
        guard let type = try fileSystem(at: path), Self.isNetwork(type) else { return nil }
        return type
    }

    /// The type of the file system that holds the path; nil where nothing stands there, or the
    /// system keeps no table of mounts.
    func fileSystem(at path: String) throws(DiskFailure) -> String? {
        guard let real = realpath(path, nil) else {
            let number = errno
            if number == ENOENT || number == ENOTDIR { return nil }
            throw DiskFailure(number, "realpath", path)
        }
        defer { free(real) }
        let mounts = try HostFolder("/proc/self").textIfPresent("mountinfo") ?? ""
        return MountTable(mounts).fileSystem(of: String(cString: real))
    }

    /// Whether a type of file system may be another machine's.
    ///
    /// FUSE drives most network shares; `fuseblk` is its form over a local disk, such as a USB disk
    /// of NTFS or exFAT.
    package static func isNetwork(_ type: String) -> Bool {
        networkTypes.contains(type) || type.hasPrefix("fuse") && type != "fuseblk"
    }

    package func isAbsent(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) != 0 && errno == ENOENT
    }

    package func lock(folder: String) throws(DiskFailure) -> (any StoreLock)? {
        let path = folder + "/store.lock"
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw DiskFailure(errno, "open", folder) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            Glibc.close(descriptor)
            if number == EWOULDBLOCK { return nil }
            throw DiskFailure(number, "flock", path)
        }
        return FileLock(descriptor)
    }

    package func makeFile(_ path: String) throws(DiskFailure) {
        try remove(path)
        let flags = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { throw DiskFailure(errno, "create", path) }
        Glibc.close(descriptor)
    }

    package func settle(_ temporary: String, as path: String) throws(DiskFailure) {
        try sync(temporary, O_RDWR | O_NOFOLLOW)
        guard rename(temporary, path) == 0 else { throw DiskFailure(errno, "rename", path) }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        try sync(folder, O_RDONLY | O_DIRECTORY)
    }

    package func remove(_ path: String) throws(DiskFailure) {
        guard unlink(path) == 0 || errno == ENOENT else { throw DiskFailure(errno, "unlink", path) }
    }

    private func sync(_ path: String, _ flags: Int32) throws(DiskFailure) {
        let descriptor = open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskFailure(errno, "open", path) }
        defer { Glibc.close(descriptor) }
        // Some removable file systems cannot sync a folder and say EINVAL.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw DiskFailure(errno, "fsync", path)
        }
    }
}

/// A lock that the kernel lets go of when the process dies.
private final class FileLock: StoreLock {
    private let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func release() { flock(descriptor, LOCK_UN) }

    deinit { Glibc.close(descriptor) }
}
