import HubWire

/// A line of the pages' audit: who saw or took what, and when.
package struct PageAudit: Hashable, Sendable {
    package enum Action: String, Sendable {
        case login
        case logout
        case view
        case export
        case freeze
    }

    /// Milliseconds since 1970.
    package let at: UInt64
    package let account: String
    package let action: Action
    /// The page or the file.
    package let what: String

    /// The link that this line adds to the chain.
    func chain(after previous: [UInt8]) -> [UInt8] {
        let line = [String(at), account, action.rawValue, what].joined(separator: "\0")
        return ContentHash(of: previous + Array(line.utf8)).bytes
    }
}
