import HubWire
import Membership
import Sealing

/// Where the hub keeps one landlord's mailbox; whatever returns has been made to last.
///
/// Behind this protocol so that another kind of store can take the place of the SQLite file.
package protocol MailboxStorage: Sendable {
    /// Who belongs, after the last entry of the log that is kept.
    var roster: Roster { get }

    /// The short code under which the landlord sends its statements; nil until the operator gave one.
    var code: String? { get }

    /// By which keys the landlord's administrator is known, as its own device signed them.
    var administrator: AdministratorCard? { get }

    /// Keeps what a member signed, on a UTC day: a bundle of its landlord's, one of the region's, or a
    /// statement; the position where it stands.
    ///
    /// The same bytes again change nothing.
    func append(_ bytes: [UInt8], on day: Int) async throws -> Appended

    /// Keeps a bundle of the hub's own: the region as it stands, in the place of the one before.
    func post(_ bytes: [UInt8], on day: Int) async throws

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

    /// The statements that no reconciliation has taken yet, the oldest first.
    func statements() async throws -> [KeptStatement]

    /// Notes that a reconciliation took statements.
    func noteTaken(_ statements: [ContentHash]) async throws

    /// Takes away what came as statements do and is kept elsewhere now, or nowhere.
    func removeTaken(_ statements: [ContentHash]) async throws

    /// The region's bundles that members left, the oldest first.
    func regionBundles() async throws -> [(hash: ContentHash, bytes: [UInt8])]

    /// Takes away the region's bundles that the region now holds.
    func removeMerged(_ bundles: [ContentHash]) async throws

    /// Takes away what came before a UTC day and a kept snapshot covers; how many bundles went.
    func compact(before day: Int) async throws -> Int

    /// The landlord's bundles that lie here, by hash, in the order of their arrival.
    func bundles() async throws -> [(hash: ContentHash, header: SealedBundle.Header)]

    /// What the mailbox holds, in numbers.
    func state() async throws -> MailboxState

    /// What is wrong with what is stored, each in a line; nothing where all is sound.
    func verify() async throws -> [String]

    /// Copies the store as it is now into a file that does not exist yet.
    func copy(to path: String) async throws

    func close() throws
}
