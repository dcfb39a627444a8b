import Glibc
import Seams

/// A plain folder of this machine: a network share, a USB key.
///
/// Only regular files are opened, never through a link, and never so that a pipe could make us wait.
package struct HostFolder: Disk {
    let path: String

    package init(_ path: String) { self.path = path }

    package func list(limit: Int) throws(DiskFailure) -> [String] {
        try survey(limit: limit) { _ in true }.names
    }

    package func read(
        _ name: String,
        from offset: Int,
        count: Int
    ) throws(DiskFailure) -> [UInt8] {
        let descriptor = try open(name)
        defer { Glibc.close(descriptor) }
        var bytes = [UInt8](
            repeating: 0,
            count: max(0, min(count, try size(descriptor, name) - offset))
        )
        var filled = 0
        while filled < bytes.count {
            let wanted = bytes.count - filled
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(
                    descriptor,
                    buffer.baseAddress.map { $0 + filled },
                    wanted,
                    off_t(offset + filled)
                )
            }
            guard got >= 0 else { throw DiskFailure(errno, "read", name) }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    /// The text of a file of the kernel, which tells no size before it is read.
    func text(_ name: String) throws(DiskFailure) -> String {
        let descriptor = try open(name)
        defer { Glibc.close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = Glibc.read(descriptor, &piece, piece.count)
            guard got >= 0 else { throw DiskFailure(errno, "read", name) }
            if got == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += piece[..<got]
        }
    }

    /// The text of a file of the kernel, nil where there is no such file.
    func textIfPresent(_ name: String) throws(DiskFailure) -> String? {
        do {
            return try text(name)
        } catch .noFolder {
            return nil
        }
    }

    package func size(of name: String) throws(DiskFailure) -> Int {
        let descriptor = try open(name)
        defer { Glibc.close(descriptor) }
        return try size(descriptor, name)
    }

    package func write(_ bytes: [UInt8], as name: String) throws(DiskFailure) {
        let final = try self.path(of: name)
        let temporary = try self.path(of: ".\(name).part")
        try store(bytes, at: temporary)
        guard rename(temporary, final) == 0 else {
            let number = errno
            unlink(temporary)
            throw DiskFailure(number, "rename", path)
        }
        try syncFolder()
    }

    package func remove(_ name: String) throws(DiskFailure) {
        guard unlink(try path(of: name)) == 0 || errno == ENOENT else {
            throw DiskFailure(errno, "unlink", path)
        }
        try syncFolder()
    }

    /// Writes a new file.
    ///
    /// What stands under the temporary name goes first: an unfinished file of ours, or a link or a
    /// pipe that somebody put there for us to write through.
    private func store(_ bytes: [UInt8], at temporary: String) throws(DiskFailure) {
        unlink(temporary)
        let flags = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW
        let descriptor = Glibc.open(temporary, flags, 0o600)
        guard descriptor >= 0 else { throw DiskFailure(errno, "create", path) }
        defer { Glibc.close(descriptor) }
        do {
            try fill(descriptor, with: bytes)
        } catch {
            unlink(temporary)
            throw error
        }
    }

    private func fill(_ descriptor: Int32, with bytes: [UInt8]) throws(DiskFailure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(
                    descriptor,
                    buffer.baseAddress.map { $0 + written },
                    bytes.count - written
                )
            }
            guard count > 0 else { throw DiskFailure(errno, "write", path) }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw DiskFailure(errno, "fsync", path) }
    }

    private func syncFolder() throws(DiskFailure) {
        let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw DiskFailure(errno, "open", path) }
        defer { Glibc.close(folder) }
        // Some removable file systems cannot sync a folder and say EINVAL.
        guard fsync(folder) == 0 || errno == EINVAL else { throw DiskFailure(errno, "fsync", path) }
    }

    private func open(_ name: String) throws(DiskFailure) -> Int32 {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let descriptor = Glibc.open(try path(of: name), flags)
        guard descriptor >= 0 else { throw DiskFailure(errno, "open", name) }
        return descriptor
    }

    private func size(_ descriptor: Int32, _ name: String) throws(DiskFailure) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw DiskFailure(errno, "stat", name) }
        guard isRegular(status) else { throw .notAFile(name: name) }
        return Int(status.st_size)
    }

    /// The path of an entry of this folder, by a name of one component.
    ///
    /// Bytes are looked at, not characters: a slash with an accent on it is a slash to the system.
    private func path(of name: String) throws(DiskFailure) -> String {
        let bytes = name.utf8
        guard !bytes.isEmpty, !bytes.contains(UInt8(ascii: "/")), !bytes.contains(0), name != ".",
            name != ".."
        else { throw .notAFile(name: name) }
        return path + "/" + name
    }

    func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }
}
