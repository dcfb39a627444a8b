import Membership

/// What lies on a road beside the bundles: the membership log, and new keys on their way to it.
package protocol MembershipShelf {
    /// The log that lies there; nil where there is none, or none but the one that was last seen.
    func log() throws -> [UInt8]?

    /// Leaves a log that has what the one there has.
    func leave(_ log: MembershipLog) throws

    /// Leaves new keys of this device for the administrator.
    func leave(_ update: ReceiveKeyUpdate) throws

    /// The new keys that lie there.
    func updates() throws -> [ReceiveKeyUpdate]

    /// Takes away keys that the log has, if they are there still.
    func remove(_ update: ReceiveKeyUpdate) throws
}
