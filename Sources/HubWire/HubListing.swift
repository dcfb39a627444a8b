import Foundation

/// What a landlord's mailbox at the hub says since a position: its events in their order.
package struct HubListing: Codable, Hashable, Sendable {
    /// One thing that came or went.
    package struct Event: Codable, Hashable, Sendable {
        package let position: UInt64
        /// The SHA-256 of the bundle, in hexadecimal.
        package let hash: String
        /// The signed header of a bundle that came; nil where the bundle went.
        package let header: Data?

        package init(position: UInt64, hash: String, header: Data?) {
            self.position = position
            self.hash = hash
            self.header = header
        }
    }

    /// The random name of the store's life: another one after a restore.
    package let epoch: String
    /// The last position that the listing tells.
    package let position: UInt64
    /// Whether events remain after that position.
    package let hasMore: Bool
    /// The SHA-256 of the membership log that the hub holds.
    package let members: String
    /// The devices whose new receive keys wait for the administrator.
    package let updates: [String]
    package let events: [Event]

    package init(
        epoch: String,
        position: UInt64,
        hasMore: Bool,
        members: String,
        updates: [String],
        events: [Event]
    ) {
        self.epoch = epoch
        self.position = position
        self.hasMore = hasMore
        self.members = members
        self.updates = updates
        self.events = events
    }
}
