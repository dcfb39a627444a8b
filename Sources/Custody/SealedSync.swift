import Causality
import Exchange
import FolderExchange
import Membership
import ReplicaStore
import Sealing
import Seams

/// One synchronisation of an enrolled device with a folder: membership first, then bundles.
package struct SealedSync {
    private let custody: DeviceCustody
    private let replica: Replica
    private let disk: any Disk

    package init(_ custody: DeviceCustody, _ replica: Replica, _ disk: any Disk) {
        self.custody = custody
        self.replica = replica
        self.disk = disk
    }

    package func run() throws -> SyncReport {
        try exchangeMembership()
        guard try custody.log().roster.isActive(custody.device) else { throw custody.revoked }
        let custodian = try SealedCustodian(custody)
        let session = SyncSession(replica, FolderMailbox(disk), custodian)
        var report = try session.run()
        try payDebt(session)
        report.withheld = try withheld(custodian.told)
        return report
    }

    /// Takes the log that lies in the folder, leaves ours where it has more, and renews keys.
    private func exchangeMembership() throws {
        let folder = MembershipFolder(disk, of: try custody.log().roster.landlord)
        let known = try folder.log()
        var isOurs = try known.map { try custody.take($0) } ?? true
        let log = try custody.log()
        if log.fork == nil, log.roster.isActive(custody.device) {
            if log.roster.administrator == custody.device {
                isOurs = try enterUpdates(folder) || isOurs
            } else if let update = try custody.renewal() {
                try folder.leave(update)
            }
        }
        if isOurs { try folder.leave(try custody.log()) }
    }

    /// The administrator's own new keys, and those that others left; whether there were any.
    private func enterUpdates(_ folder: MembershipFolder) throws -> Bool {
        var isNews = false
        if let own = try custody.renewal() { isNews = try custody.enter(own) }
        for update in try folder.updates() {
            // One that the log refuses, such as a revoked device's, stops no other.
            do { isNews = try custody.enter(update) || isNews } catch is CustodyError {}
            try folder.remove(update)
        }
        return isNews
    }

    /// A newcomer can read nothing that was sealed before it came: it gets all in one bundle.
    private func payDebt(_ session: SyncSession) throws {
        guard try custody.ledger.owes(DeviceCustody.snapshotDebt) else { return }
        try session.send(since: VersionVector())
        try custody.ledger.set(DeviceCustody.snapshotDebt, owed: false)
    }

    /// The bundles that a colleague has seen, and that never came here.
    private func withheld(_ told: [SealedBundle.Head]) throws -> [MissingBundles] {
        let known = Dictionary(
            try custody.heads().map { ($0.replica, $0.sequence) },
            uniquingKeysWith: max
        )
        var missing: [ReplicaID: UInt64] = [:]
        for head in told where head.replica != replica.id {
            guard known[head.replica, default: 0] < head.sequence,
                try !replica.appliedBundles(of: head.replica).contains(head.sequence)
            else { continue }
            missing[head.replica] = max(missing[head.replica, default: 0], head.sequence)
        }
        return missing.sorted { $0.key < $1.key }
            .map { MissingBundles(sender: $0.key, sequences: [$0.value]) }
    }
}
