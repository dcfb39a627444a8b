/// Why a folder could not be read or written.
public enum DiskFailure: Error, Hashable, Sendable {
    /// The folder does not exist or is no folder.
    case noFolder(path: String)
    /// There is no regular file of that name.
    case notAFile(name: String)
    /// The file is larger than the reader takes.
    case tooLarge(name: String, bytes: Int, limit: Int)
    /// The folder or file does not let us in.
    case noPermission(path: String)
    /// There is no room left.
    case full(path: String)
    /// Anything else that the system says, by its error number.
    case system(operation: String, path: String, errno: Int32)
}

extension DiskFailure: CustomStringConvertible {
    /// The failure and its remedy, in English; names as others chose them are escaped.
    public var description: String {
        switch self {
        case .noFolder(let path):
            "there is no folder at \(path.escaped): create it or plug the key in"
        case .notAFile(let name): "\(name.escaped) is no regular file"
        case .tooLarge(let name, let bytes, let limit):
            "\(name.escaped) has \(bytes) bytes, more than the \(limit) that are read"
        case .noPermission(let path): "\(path.escaped) may not be read or written by this user"
        case .full(let path): "no room is left at \(path.escaped): free some and start again"
        case .system(let operation, let path, let number):
            "\(operation) failed at \(path.escaped) (error \(number))"
        }
    }
}
