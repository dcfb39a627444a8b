import Glibc
import Seams

/// A file of this machine that loses its name as soon as it is made; only this user could open it.
package final class HostSpool: Spool {
    /// How its name begins, for the moment in which it has one.
    package static let prefix = ".passerelle-spool-"

    private let descriptor: Int32
    private let folder: String

    package init(in folder: String) throws(DiskFailure) {
        var template = Array((folder + "/" + Self.prefix + "XXXXXX").utf8CString)
        // Made with mode 0600, under a name that nothing had.
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw DiskFailure(errno, "create", folder) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        self.folder = folder
        unlink(template)
    }

    deinit { close(descriptor) }

    package var count: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    package func append(_ bytes: [UInt8]) throws(DiskFailure) {
        let end = count
        var written = 0
        while written < bytes.count {
            let got = bytes.withUnsafeBytes { buffer in
                pwrite(
                    descriptor,
                    buffer.baseAddress.map { $0 + written },
                    bytes.count - written,
                    off_t(end + written)
                )
            }
            guard got > 0 else { throw DiskFailure(errno, "write", folder) }
            written += got
        }
    }

    package func read(from offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        var number: Int32 = 0
        let length = max(0, min(count, self.count - offset))
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
            while filled < length {
                let got = pread(
                    descriptor,
                    buffer.baseAddress.map { $0 + filled },
                    length - filled,
                    off_t(offset + filled)
                )
                if got < 0 { number = errno }
                guard got > 0 else { return }
                filled += got
            }
        }
        guard number == 0 else { throw DiskFailure(number, "read", folder) }
        return bytes
    }
}
