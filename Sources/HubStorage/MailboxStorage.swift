import HubWire
import Membership
import Sealing

/// Where the hub keeps one landlord's mailbox; whatever returns has been made to last.
///
/// Behind this protocol so that another kind of store can take the place of the SQLite file.
package protocol MailboxStorage: Sendable {
    /// Who belongs, after the last entry of the log that is kept.
    var roster: Roster { get }

    /// Keeps a bundle that its sender signed; the position where it stands.
    ///
    /// The same bytes again change nothing.
    func append(_ bytes: [UInt8]) async throws -> Appended

    /// What came and went after a position.
    func list(since position: UInt64) async throws -> HubListing

    /// The bytes of a bundle from an offset, at most so many; nil where it is not there.
    func fetch(_ hash: ContentHash, from offset: Int, count: Int) async throws -> StoredPiece?

    /// Takes away a bundle that a kept snapshot covers; whether it was there.
    func removeCovered(_ hash: ContentHash) async throws -> Bool

    /// The membership log as bytes.
    func log() -> [UInt8]

    /// Takes a log that extends the one kept; whether it told anything.
    ///
    /// One that contradicts it is refused, and kept for the report.
    func extend(_ log: [UInt8]) async throws -> Bool

    /// Keeps new receive keys of a device until the administrator has entered them.
    func keep(_ update: ReceiveKeyUpdate) async throws

    /// The new receive keys of a device that wait; nil where none do.
    func update(of device: DeviceID) async throws -> [UInt8]?

    func close() throws
}
