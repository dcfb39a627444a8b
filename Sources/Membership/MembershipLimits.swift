/// The bounds of membership; see Docs/membership.md.
package enum MembershipLimits {
    /// The most bytes of one entry.
    package static let entry = 16_384
    /// The most entries of a log.
    package static let entries = 65_536
    /// The most bytes of a log.
    package static let log = 16 << 20
    /// The most receive keys that a device gives at once.
    package static let receiveKeys = 24
    /// The most bytes of a request or of an update of keys.
    package static let request = 4_096
    /// The most replicas in the frontier of a revocation.
    package static let frontier = 64
    /// The greatest number of a device within its landlord.
    package static let station: UInt64 = 9_999
    /// The most bytes of an invitation.
    package static let invitation = log + 1_024
    /// The most bytes of the region's policy, its frame apart.
    package static let policy = 65_536
    /// The most bytes of a letter between administrators.
    package static let letter = 1 << 20
    /// The most bytes of what a letter says it is about.
    package static let subject = 64
}
