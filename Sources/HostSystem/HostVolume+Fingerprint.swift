import Glibc
import Seams

extension HostVolume {
    // These number their files anew at every mount.
    private static let restlessTypes = ["vfat", "msdos", "exfat"]

    /// The machine, the file's number and its hour of birth, as far as each is known.
    ///
    /// The number of the device is left out: it changes over restarts.
    package func fingerprint(of path: String) throws(DiskFailure) -> String? {
        guard let numbers = try FileNumbers(of: path) else { return nil }
        let machine = try HostFolder("/etc").textIfPresent("machine-id")?
            .split(separator: "\n").first.map(String.init)
        guard let type = try fileSystem(at: path), !Self.restlessTypes.contains(type),
            !type.hasPrefix("fuse")
        else { return machine }
        let words = [machine ?? "", String(numbers.number), numbers.birth ?? ""]
        return words.joined(separator: " ")
    }

    package func disk(at folder: String) -> any Disk { HostFolder(folder) }
}

/// The number of a file, and when it was made.
///
/// statx(2) is looked up by name: the C library's header hides it from Swift. Its structure is part
/// of the kernel's interface and does not change.
private struct FileNumbers {
    private typealias Statx =
        @convention(c) (
            Int32, UnsafePointer<CChar>, Int32, UInt32, UnsafeMutableRawPointer
        ) -> Int32
    private static let size = 256
    private static let number: UInt32 = 0x100
    private static let birth: UInt32 = 0x800

    let number: UInt64
    /// Seconds and nanoseconds; nil where the file system does not keep it.
    let birth: String?

    /// Nil where no file stands at the path.
    init?(of path: String) throws(DiskFailure) {
        guard let symbol = dlsym(nil, "statx") else {
            var status = stat()
            guard try Self.isFound(lstat(path, &status), path) else { return nil }
            (number, birth) = (UInt64(status.st_ino), nil)
            return
        }
        let statx = unsafeBitCast(symbol, to: Statx.self)
        var answer = [UInt8](repeating: 0, count: Self.size)
        let code = answer.withUnsafeMutableBytes { buffer in
            buffer.baseAddress.map {
                statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, Self.number | Self.birth, $0)
            }
        }
        guard try Self.isFound(code ?? -1, path) else { return nil }
        (number, birth) = answer.withUnsafeBytes { bytes in
            let mask = bytes.loadUnaligned(as: UInt32.self)
            let seconds = bytes.loadUnaligned(fromByteOffset: 80, as: Int64.self)
            let fraction = bytes.loadUnaligned(fromByteOffset: 88, as: UInt32.self)
            return (
                bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self),
                mask & Self.birth == 0 ? nil : "\(seconds).\(fraction)"
            )
        }
    }
    private static func isFound(_ code: Int32, _ path: String) throws(DiskFailure) -> Bool {
        let number = errno
        guard code != 0 else { return true }
        guard number == ENOENT || number == ENOTDIR else {
            throw DiskFailure(number, "stat", path)
        }
        return false
    }
}
