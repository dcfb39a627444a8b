import Sealing

/// One line of a device's audit log: what was done, when, and on what, without names.
package struct AuditLine: Hashable, Sendable {
    /// What was done.
    package enum Deed: String, Sendable {
        case found, request, invite, accept, renew, revoke
        case handOver = "hand-over"
        case recover, release, reverse, keep, export, fork, hub, policy, compare, tokens
        case passphrase
        case periodKey = "period-key"
        case erase
    }

    package let number: UInt64
    /// When, by the clock here: milliseconds since 1970.
    package let notedAt: UInt64
    package let deed: String
    /// A station, a hash, a number of lines: never a name.
    package let subject: String
    /// The digest of this line and of the one before it.
    package let hash: Digest256
}
