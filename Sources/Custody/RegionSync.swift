import Exchange
import Foundation
import Membership
import Records
import ReplicaStore
import Sealing
import Seams

/// The region's partition on this device: a store of its own beside the landlord's.
///
/// It is founded by the first bundle of the hub, which alone says which region this is.
package struct RegionSync {
    package static let folderName = "region"

    private let folder: String
    private let schema: Schema
    private let environment: ReplicaEnvironment

    /// `store` is the folder of the landlord's store.
    package init(beside store: String, _ schema: Schema, _ environment: ReplicaEnvironment) {
        folder = store + "/" + Self.folderName
        self.schema = schema
        self.environment = environment
    }

    /// The region's store; nil where no bundle of the hub has come yet.
    package func open() throws -> Replica? {
        guard !environment.volume.isAbsent(folder + "/" + Replica.fileName) else { return nil }
        return try Replica.open(in: folder, schema, environment)
    }

    /// Exchanges the region's bundles among those that lie in a landlord's mailbox.
    ///
    /// - Returns: What was done; nil where the hub is not known, or has said nothing.
    package func run(
        _ custody: DeviceCustody,
        over listing: MailboxListing,
        _ mailbox: any Mailbox
    ) throws -> SyncReport? {
        guard let hub = try custody.log().roster.hub else { return nil }
        let custodian = try RegionCustodian(custody, hub: hub)
        guard let replica = try open() ?? found(over: listing, mailbox, custodian) else {
            return nil
        }
        defer { try? replica.close() }
        return try SyncSession(replica, mailbox, custodian).run(over: listing)
    }

    private func found(
        over listing: MailboxListing,
        _ mailbox: any Mailbox,
        _ custodian: RegionCustodian
    ) throws -> Replica? {
        for item in listing.items {
            guard let bytes = try? mailbox.fetch(item.token), custodian.isOfTheHub(bytes) else {
                continue
            }
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            return try Replica.create(in: folder, item.header.partition, schema, environment)
        }
        return nil
    }
}
