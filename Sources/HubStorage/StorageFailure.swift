/// Why the hub's data folder cannot be used.
package enum StorageFailure: Error, Hashable, CustomStringConvertible {
    /// Another process serves from this folder.
    case busy(path: String)
    case notAMailbox(path: String)
    case laterVersion(path: String)
    case notDurable(path: String)
    case damagedKey(path: String)
    case otherLandlord(path: String)
    /// Another landlord sends its statements under that code.
    case codeTaken(code: String)
    /// The file is no sound log, by the name of its fault.
    case badLog(fault: String)

    package var description: String {
        switch self {
        case .busy(let path):
            "'\(path)' is in use by another process: stop the server first [busy]"
        case .notAMailbox(let path):
            "'\(path)' is no mailbox: it was left as it is [not-a-mailbox]"
        case .laterVersion(let path):
            "'\(path)' was written by a later version: upgrade this software [later-version]"
        case .notDurable(let path):
            "'\(path)' cannot be written durably: put it on a local disk [not-durable]"
        case .damagedKey(let path):
            "'\(path)' is no key of a hub: restore it from a backup [damaged-key]"
        case .badLog(let fault):
            "this is no sound membership log: take the .members file again [\(fault)]"
        case .codeTaken(let code):
            "another landlord was admitted as '\(code)': give each its own code [code-taken]"
        case .otherLandlord(let path):
            "'\(path)' belongs to another founding of this landlord [other-landlord]"
        }
    }
}
