import Glibc
import Seams

extension DiskFailure {
    /// The failure behind an error number of the system.
    init(_ number: Int32, _ operation: String, _ path: String) {
        switch number {
        case ENOENT, ENOTDIR: self = .noFolder(path: path)
        case EACCES, EPERM, EROFS: self = .noPermission(path: path)
        case ENOSPC, EDQUOT: self = .full(path: path)
        case ELOOP, ENXIO: self = .notAFile(name: path)
        default: self = .system(operation: operation, path: path, errno: number)
        }
    }
}
