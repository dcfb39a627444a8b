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

    package func run() throws -> SyncReport { try CustodyError.naming(exchange) }

    private func exchange() throws -> SyncReport {
        let refusal = try exchangeMembership()
        guard try custody.log().roster.isActive(custody.device) else { throw custody.revoked }
        let custodian = try SealedCustodian(custody)
        let session = SyncSession(replica, FolderMailbox(disk), custodian)
        var report = try session.run()
        report.refusals += refusal.map { [$0] } ?? []
        report.withheld = try withheld(custodian.told)
        return report
    }

    /// Takes the log that lies in the folder, leaves ours where it has more, and renews keys.
    ///
    /// - Returns: What was refused, where a log lay there that is not sound: ours takes its place.
    private func exchangeMembership() throws -> RefusedBundle? {
        let folder = MembershipFolder(disk, of: try custody.log().roster.landlord)
        var (isOurs, refusal) = (true, RefusedBundle?.none)
        if let bytes = try folder.log() {
            do {
                isOurs = try custody.take(bytes)
            } catch let failure as MembershipFailure where !failure.isOfNewerVersion {
                refusal = folder.refusal(of: failure)
            }
        }
        let log = try custody.log()
        if log.fork == nil, log.roster.isActive(custody.device) {
            if log.roster.administrator == custody.device {
                isOurs = try enterUpdates(folder) || isOurs
            } else if let update = try custody.renewal() {
                try folder.leave(update)
            }
        }
        if isOurs { try folder.leave(try custody.log()) }
        return refusal
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
