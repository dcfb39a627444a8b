import Glibc
import Seams

/// The file systems of this machine.
package struct HostVolume: Volume {
    package init() {}

    // SQLite's locks and shared memory do not hold where another machine or process does the storing.
    private static let networkTypes = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "vboxsf",
    ]

    package func networkFileSystem(at path: String) -> String? {
        fileSystem(at: path).flatMap { type in
            Self.networkTypes.contains(type) || type.hasPrefix("fuse") ? type : nil
        }
    }

    /// The type of the file system that holds the path.
    func fileSystem(at path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        let mounts = (try? HostFolder("/proc/self").text("mountinfo")) ?? ""
        return MountTable(mounts).fileSystem(of: String(cString: real))
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
}

/// A lock that the kernel lets go of when the process dies.
private final class FileLock: StoreLock {
    private let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func release() { flock(descriptor, LOCK_UN) }

    deinit { Glibc.close(descriptor) }
}
