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
        let refusal = try exchangeMembership()
        guard try custody.log().roster.isActive(custody.device) else { throw custody.revoked }
        let custodian = try SealedCustodian(custody)
        let session = SyncSession(replica, FolderMailbox(disk), custodian)
        var report = try session.run()
        try payDebt(session)
        report.withheld = try withheld(custodian.told)
        let notices = [refusal, try shortLog(custodian.longestLog)].compactMap { $0 }
        report.refusals = notices + report.refusals + (try forks(custodian.told))
        return report
    }

    /// Takes the log that lies in the folder, leaves ours where it has more, and renews keys.
    ///
    /// - Returns: The refusal of a log that is not sound: ours takes its place, unless it may be one
    ///   that only newer software reads.
    private func exchangeMembership() throws -> RefusedBundle? {
        let folder = MembershipFolder(disk, of: try custody.log().roster.landlord)
        var (isOurs, refusal) = try take(folder)
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

    /// Takes the log that lies in the folder; whether ours has more, and why it was refused if it was.
    private func take(_ folder: MembershipFolder) throws -> (isOurs: Bool, refusal: RefusedBundle?)
    {
        do {
            return (try folder.log().map { try custody.take($0) } ?? true, nil)
        } catch let failure as MembershipFailure {
            let reason = "\(failure.description) [\(failure.name)]"
            let refusal = RefusedBundle(token: folder.logName, reason: reason)
            return (failure.name != "unsupported-version", refusal)
        }
    }

    /// What is said of a log that lies here and lacks entries that a colleague has: somebody may hold
    /// them back, such as a revocation.
    private func shortLog(_ known: UInt64) throws -> RefusedBundle? {
        let roster = try custody.log().roster
        guard known > roster.head.sequence else { return nil }
        return RefusedBundle(
            token: MembershipFolder(disk, of: roster.landlord).logName,
            reason: "a colleague knows \(known) entries of the membership and here are "
                + "\(roster.head.sequence): who was revoked since is not known here [later-log]"
        )
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
        try custody.ledger.notePaid(DeviceCustody.snapshotDebt)
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
        return try missing.sorted { $0.key < $1.key }.map { sender, last in
            let applied = try replica.appliedBundles(of: sender)
            let numbers = (known[sender, default: 0] + 1...last).lazy
                .filter { !applied.contains($0) }
                .prefix(MissingBundles.mostNamed)
            return MissingBundles(sender: sender, sequences: Array(numbers))
        }
    }

    /// The bundles that bear one number and are not the same to a colleague and here: each is said once.
    private func forks(_ told: [SealedBundle.Head]) throws -> [RefusedBundle] {
        let known = Dictionary(
            try custody.heads().map { ($0.replica, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return try told.compactMap { head in
            guard let mine = known[head.replica], mine.sequence == head.sequence,
                mine.hash != head.hash, try custody.noteFork(of: mine)
            else { return nil }
            return RefusedBundle(
                token: "bundle \(head.sequence) of replica \(head.replica.short)",
                reason: "a colleague has another one of that number: that replica lives twice, "
                    + "let it exchange [\(ReplicaError.Code.forked.rawValue)]"
            )
        }
    }
}
