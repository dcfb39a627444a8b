import BundleFormat

/// A place where bundles of one partition are left and fetched: a folder, later a hub.
///
/// Each verb may fail and be tried again; leaving the same bundle twice leaves it once.
package protocol Mailbox {
    /// What lies in the mailbox: the headers, in an order in which they can be applied, with the
    /// word by which each is fetched; and what lies there and cannot be read.
    func list() throws -> MailboxListing

    /// The whole bytes of a bundle that was listed.
    func fetch(_ token: String) throws -> [UInt8]

    /// Leaves a bundle under a name; it appears whole or not at all, and lasts.
    func append(_ bytes: [UInt8], as name: String) throws

    /// Takes away a bundle that was listed, if it is there still.
    func remove(_ token: String) throws
}
