import BundleFormat
import Exchange
import FolderExchange
import Records
import Seams

/// The folder in which landlords leave their statements, read as deliveries to merge.
package struct StatementInbox {
    private let mailbox: FolderMailbox

    package init(_ disk: any Disk) { mailbox = FolderMailbox(disk) }

    /// The statements that lie there, and what lies there and is none.
    ///
    /// A statement is taken for its landlord only where the envelope names the same one.
    package func deliveries() throws -> (
        deliveries: [Delivery], refusals: [MailboxListing.Refusal]
    ) {
        let listing = try mailbox.list()
        var deliveries: [Delivery] = []
        var refusals = listing.refusals
        for item in listing.items {
            do {
                let envelope = try Envelope(try mailbox.fetch(item.token))
                guard envelope.kind == .statement else {
                    refusals.append(.init(token: item.token, reason: "this is no statement"))
                    continue
                }
                deliveries.append(
                    Delivery(
                        origin: item.token,
                        bytes: envelope.body,
                        sender: envelope.partition.code
                    )
                )
            } catch let failure as FormatFailure {
                refusals.append(.init(token: item.token, reason: failure.description))
            } catch let failure as DiskFailure {
                refusals.append(.init(token: item.token, reason: failure.description))
            }
        }
        return (deliveries, refusals)
    }
}
