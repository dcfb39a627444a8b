import BundleFormat
import Causality
import Exchange
import Membership
import Records
import ReplicaStore
import Sealing

/// Snapshots in the place of the bundles that they cover, so that a mailbox stays short, and keeps
/// nothing of a person who was erased.
package struct MailboxCompaction: Sendable {
    /// So many bundles are replaced by the administrator's device.
    private let few: Int
    /// So many by any device, should the administrator's be away.
    private let many: Int

    package init(few: Int = 128, many: Int = 512) {
        self.few = few
        self.many = many
    }

    /// Leaves a snapshot, then takes away what it covers, where it is time; how many bundles went.
    ///
    /// Only what tells no write, and what this device sent or applied byte for byte, goes: another bundle
    /// under the same numbers proves a fork to the replica that it is of. After an erasure all that is
    /// covered goes. Else the last bundle of each colleague stays: it tells how far that one has read, on
    /// which deletions wait.
    func run(
        over listing: MailboxListing,
        _ custody: DeviceCustody,
        _ replica: Replica,
        _ session: SyncSession,
        _ mailbox: any Mailbox,
        _ custodian: SealedCustodian
    ) throws -> Int {
        let covered = replica.versionVector
        let replaceable = listing.items.filter { item in
            item.header.sealed != nil && item.header.kind == .delta
                && item.header.partition.id == replica.partition.id
                && covered.covers(item.header.target)
        }
        let hashes = Set(replaceable.compactMap { $0.header.sealed?.hash })
        let isStale = try !custody.ledger.taken(onlyStale: true).isDisjoint(with: hashes)
        let taken = try custody.ledger.taken().union(custodian.taken)
        let newest = Self.newest(listing.items)
        let replaced = replaceable.filter { item in
            if isStale { return true }
            let (sender, last) = (item.header.sender, newest[item.header.sender, default: 0])
            guard sender == replica.id || item.header.sequence < last else { return false }
            return item.header.base.covers(item.header.target)
                || item.header.sealed.map { taken.contains($0.hash) } ?? false
        }
        let isAdministrator = try custody.log().roster.administrator == custody.device
        guard isStale || replaced.count >= (isAdministrator ? few : many) else { return 0 }
        // Durable before anything goes.
        if !custodian.hasMadeSnapshot { try session.send(since: VersionVector()) }
        for item in replaced { try mailbox.remove(item.token) }
        return replaced.count
    }

    /// The number of the last bundle of each sender.
    private static func newest(_ items: [MailboxListing.Item]) -> [ReplicaID: UInt64] {
        Dictionary(items.map { ($0.header.sender, $0.header.sequence) }, uniquingKeysWith: max)
    }
}
