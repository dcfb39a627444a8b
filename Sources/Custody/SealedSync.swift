import Causality
import Exchange
import FolderExchange
import Membership
import Records
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
    private let region: RegionSync?
    private let obeying: ([Erasure]) throws -> Void

    /// `obeying` carries out the erasures of the log, between what comes and what goes.
    package init(
        _ custody: DeviceCustody,
        _ replica: Replica,
        _ mailbox: any Mailbox,
        _ shelf: any MembershipShelf,
        _ compaction: MailboxCompaction = MailboxCompaction(),
        region: RegionSync? = nil,
        obeying: @escaping ([Erasure]) throws -> Void = { _ in }
    ) {
        self.custody = custody
        self.replica = replica
        self.mailbox = mailbox
        self.shelf = shelf
        self.compaction = compaction
        self.region = region
        self.obeying = obeying
    }

    /// The road by folder.
    package init(
        _ custody: DeviceCustody,
        _ replica: Replica,
        _ disk: any Disk,
        _ compaction: MailboxCompaction = MailboxCompaction(),
        region: RegionSync? = nil,
        obeying: @escaping ([Erasure]) throws -> Void = { _ in }
    ) throws {
        let shelf = MembershipFolder(disk, of: try custody.log().roster.landlord)
        self.init(
            custody,
            replica,
            FolderMailbox(disk),
            shelf,
            compaction,
            region: region,
            obeying: obeying
        )
    }

    @discardableResult
    package func run() throws -> SyncReport { try CustodyError.naming(exchange) }

    private func exchange() throws -> SyncReport {
        let refusal = try exchangeMembership()
        guard try custody.log().roster.isActive(custody.device) else { throw custody.revoked }
        try replica.watch(try custody.watched())
        try custody.ledger.noteErasures(try replica.erasedDigest())
        let custodian = try SealedCustodian(custody)
        let session = SyncSession(replica, mailbox, custodian)
        let everything = try mailbox.list()
        let listing = try custodian.genuine(everything.without([.region, .upward]))
        var report = try session.run(over: listing) { try obey(custodian) }
        // Who has said nothing yet says whose device it is: what colleagues relay of it has a name.
        if custodian.isUnheard(replica.id) { try session.send(since: replica.versionVector) }
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
        try custody.ledger.noteTaken(custodian.taken, saying: custodian.said)
        let notices = [refusal, try shortLog(custodian.longestLog)].compactMap { $0 }
        report.refusals = notices + report.refusals + (try custodian.forks())
        try exchangeRegion(over: everything, &report)
        return report
    }

    /// Erases what is ordered before anything leaves: what came until now tells of it, and is stale.
    private func obey(_ custodian: SealedCustodian) throws {
        try obeying(try custody.log().roster.erasures)
        try custody.ledger.noteTaken(custodian.taken, saying: custodian.said)
        try custody.ledger.noteErasures(try replica.erasedDigest())
    }

    /// The region's bundles lie in the same mailbox; what is wrong with them stops nothing of the
    /// landlord's.
    private func exchangeRegion(over listing: MailboxListing, _ report: inout SyncReport) throws {
        var listing = listing.without([.landlord, .upward])
        listing.refusals = []
        guard let told = try region?.run(custody, over: listing, mailbox) else { return }
        report.region = told.applied
        report.refusals += told.refusals
    }

    /// Takes the log that lies on the road, leaves ours where it has more, and renews keys.
    ///
    /// - Returns: The refusal of a log that is not sound: ours takes its place, unless it may be one
    ///   that only newer software reads.
    private func exchangeMembership() throws -> RefusedBundle? {
        var (isOurs, refusal) = try takeLog()
        let log = try custody.log()
        if log.fork == nil, log.roster.isActive(custody.device) {
            if log.roster.administrator == custody.device {
                isOurs = try enterUpdates() || isOurs
            } else if let update = try custody.renewal() {
                try shelf.leave(update)
            }
        }
        if isOurs { try shelf.leave(try custody.log()) }
        return refusal
    }

    /// Takes the log that lies on the road; whether ours has more, and why it was refused if it was.
    private func takeLog() throws -> (isOurs: Bool, refusal: RefusedBundle?) {
        do {
            return (try shelf.log().map { try custody.take($0) } ?? true, nil)
        } catch let failure as MembershipFailure {
            let reason = "\(failure.description) [\(failure.name)]"
            let refusal = RefusedBundle(token: try logName(), reason: reason)
            return (!failure.isOfNewerVersion, refusal)
        }
    }

    private func logName() throws -> String {
        MembershipFolder.logName(of: try custody.log().roster.landlord)
    }

    /// What is said of a log that lies here and lacks entries that a colleague has: somebody may hold
    /// them back, such as a revocation.
    private func shortLog(_ known: UInt64) throws -> RefusedBundle? {
        let roster = try custody.log().roster
        guard known > roster.head.sequence else { return nil }
        return RefusedBundle(
            token: try logName(),
            reason: "a colleague knows \(known) entries of the membership and here are "
                + "\(roster.head.sequence): who was revoked since is not known here [later-log]"
        )
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
}
