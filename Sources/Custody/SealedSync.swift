import Causality
import Exchange
import FolderExchange
import Membership
import ReplicaStore
import Sealing
import Seams

/// One synchronisation of an enrolled device over one road: membership first, then bundles.
package struct SealedSync {
    private let custody: DeviceCustody
    private let replica: Replica
    private let mailbox: any Mailbox
    private let shelf: any MembershipShelf
    private let compaction: MailboxCompaction

    package init(
        _ custody: DeviceCustody,
        _ replica: Replica,
        _ mailbox: any Mailbox,
        _ shelf: any MembershipShelf,
        _ compaction: MailboxCompaction = MailboxCompaction()
    ) {
        self.custody = custody
        self.replica = replica
        self.mailbox = mailbox
        self.shelf = shelf
        self.compaction = compaction
    }

    /// The road by folder.
    package init(
        _ custody: DeviceCustody,
        _ replica: Replica,
        _ disk: any Disk,
        _ compaction: MailboxCompaction = MailboxCompaction()
    ) throws {
        let shelf = MembershipFolder(disk, of: try custody.log().roster.landlord)
        self.init(custody, replica, FolderMailbox(disk), shelf, compaction)
    }

    @discardableResult
    package func run() throws -> SyncReport {
        try exchangeMembership()
        guard try custody.log().roster.isActive(custody.device) else { throw custody.revoked }
        try replica.watch(try custody.watched())
        try custody.ledger.noteErasures(try replica.erasedDigest())
        let custodian = try SealedCustodian(custody)
        let session = SyncSession(replica, mailbox, custodian)
        let listing = try mailbox.list()
        var report = try session.run(over: listing)
        try payDebts(session, custodian)
        report.withheld = try custodian.withheld(from: replica)
        report.relayed = try custody.relayed(into: replica).count
        report.replaced = try compaction.run(
            over: listing,
            custody,
            replica,
            session,
            mailbox,
            custodian
        )
        try custody.ledger.noteTaken(custodian.taken)
        return report
    }

    /// Takes the log that lies on the road, leaves ours where it has more, and renews keys.
    private func exchangeMembership() throws {
        let known = try shelf.log()
        var isOurs = try known.map { try custody.take($0) } ?? true
        let log = try custody.log()
        if log.fork == nil, log.roster.isActive(custody.device) {
            if log.roster.administrator == custody.device {
                isOurs = try enterUpdates() || isOurs
            } else if let update = try custody.renewal() {
                try shelf.leave(update)
            }
        }
        if isOurs { try shelf.leave(try custody.log()) }
    }

    /// The administrator's own new keys, and those that others left; whether there were any.
    private func enterUpdates() throws -> Bool {
        var isNews = false
        if let own = try custody.renewal() { isNews = try custody.enter(own) }
        for update in try shelf.updates() {
            // One that the log refuses, such as a revoked device's, stops no other.
            do { isNews = try custody.enter(update) || isNews } catch is CustodyError {}
            try shelf.remove(update)
        }
        return isNews
    }

    /// What the others are owed, though the mailbox may cover it.
    private func payDebts(_ session: SyncSession, _ custodian: SealedCustodian) throws {
        if try custody.ledger.owes(DeviceCustody.snapshotDebt) {
            // A newcomer can read nothing that was sealed before it came: it gets all in one bundle.
            if !custodian.hasMadeSnapshot { try session.send(since: VersionVector()) }
            try custody.ledger.set(DeviceCustody.snapshotDebt, owed: false)
        }
        // Who has said nothing yet says whose device it is: what colleagues relay of it has a name.
        if custodian.isUnheard(replica.id) { try session.send(since: replica.versionVector) }
    }
}
