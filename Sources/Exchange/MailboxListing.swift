import BundleFormat
import Causality
import Records

/// What lies in a mailbox.
package struct MailboxListing: Sendable {
    /// A bundle that can be fetched.
    package struct Item: Sendable {
        package let token: String
        package let header: BundleLabel
        /// The digest that the bundle ends with; nil where the mailbox does not tell.
        package let digest: [UInt8]?

        package init(token: String, header: BundleLabel, digest: [UInt8]? = nil) {
            self.token = token
            self.header = header
            self.digest = digest
        }
    }

    package typealias Refusal = RefusedBundle

    package var items: [Item]
    package var refusals: [Refusal]

    /// Sorts the bundles so that, per sender, earlier ones come first.
    package init(items: [Item], refusals: [Refusal] = []) {
        self.items = items.sorted {
            ($0.header.sender, $0.header.sequence, $0.token)
                < ($1.header.sender, $1.header.sequence, $1.token)
        }
        self.refusals = refusals
    }

    /// The same, less the bundles of some kinds of partition.
    package func without(_ kinds: Set<PartitionKind>) -> MailboxListing {
        var listing = self
        listing.items.removeAll { kinds.contains($0.header.partition.kind) }
        return listing
    }
}
