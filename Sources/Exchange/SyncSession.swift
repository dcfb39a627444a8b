import BundleFormat
import Causality
import Records
import ReplicaStore

/// One synchronisation of a replica with a mailbox: pull, apply, push what the mailbox lacks.
package struct SyncSession {
    private let replica: Replica
    private let mailbox: any Mailbox
    private let custodian: any Custodian

    package init(
        _ replica: Replica,
        _ mailbox: any Mailbox,
        _ custodian: any Custodian = ClearCustodian()
    ) {
        self.replica = replica
        self.mailbox = mailbox
        self.custodian = custodian
    }

    package func run() throws -> SyncReport { try run(over: try mailbox.list()) }

    /// The same, over what was just listed, with `work` between what comes and what goes.
    package func run(
        over listing: MailboxListing,
        _ work: () throws -> Void = {}
    ) throws -> SyncReport {
        var report = try pull(listing)
        try replica.restateForkedWrites()
        try work()
        // What was refused tells nobody anything: it is sent anew.
        let refused = Set(report.refusals.map(\.token))
        let headers = listing.items.filter { !refused.contains($0.token) && isOurs($0.header) }
            .map(\.header).filter(custodian.hears)
        try replica.note(headers.map { .init(replica: $0.sender, vector: $0.target) })
        // What somebody who belongs cannot open tells that one nothing either.
        let lasting = headers.filter(custodian.reachesEverybody)
        try push(
            over: try owed(Self.coverage(of: lasting), lasting),
            owing: owesAcknowledgement(lasting),
            &report
        )
        return report
    }

    /// Takes in what lies in the mailbox, and leaves nothing there.
    package func pull() throws -> SyncReport { try pull(try mailbox.list()) }

    private func isOurs(_ header: BundleLabel) -> Bool {
        header.kind == .delta && header.partition.id == replica.partition.id
    }

    private func pull(_ listing: MailboxListing) throws -> SyncReport {
        let receiver = Receiver(replica, custodian)
        var report = SyncReport()
        report.refusals = listing.refusals
        let own = replica.id
        let former = try leaveForkedLife(listing)
        let items = inOrder(listing.items, after: former)
        let known = try take(items, isStrict: former != nil, receiver, &report)
        report.applied = report.applied.addingClamped(try receiver.applyHeld())
        (report.held, report.missing) = try receiver.waiting()
        if !report.missing.isEmpty {
            try receiver.noteKnown(known)
            report.missing = try receiver.waiting().missing
        }
        if replica.id != own { report.formerIdentity = own }
        return report
    }

    /// Takes bundles, each after those that it builds on, as far as they are there.
    ///
    /// A strict order is kept as it is.
    ///
    /// - Returns: The labels of those that told nothing new.
    private func take(
        _ items: [MailboxListing.Item],
        isStrict: Bool,
        _ receiver: Receiver,
        _ report: inout SyncReport
    ) throws -> [BundleLabel] {
        var known: [BundleLabel] = []
        var waiting = items
        var mayWait = !isStrict
        while !waiting.isEmpty {
            var later: [MailboxListing.Item] = []
            for item in waiting {
                if mayWait, isOurs(item.header), !replica.versionVector.covers(item.header.base) {
                    later.append(item)
                } else if try take(item, receiver, &report) {
                    known.append(item.header)
                }
            }
            // What builds on something that is not there waits in the store.
            mayWait = later.count < waiting.count
            waiting = later
        }
        return known
    }

    /// Takes one bundle; whether its header alone showed that it tells nothing new.
    private func take(
        _ item: MailboxListing.Item,
        _ receiver: Receiver,
        _ report: inout SyncReport
    ) throws -> Bool {
        if isOurs(item.header), replica.versionVector.covers(item.header.target) {
            report.known += 1
            if custodian.isNews(item.header), let bytes = try? mailbox.fetch(item.token) {
                try custodian.notice(bytes)
            }
            return true
        }
        switch try take(item.token, receiver) {
        case .applied(let changes):
            report.applied = report.applied.addingClamped(changes)
            custodian.noteApplied(item.header)
        case .known: report.known += 1
        case .held: break
        case .quarantined: report.quarantined += 1
        case .refused(let code, let message):
            report.refusals.append(
                RefusedBundle(token: item.token, reason: "\(message) [\(code)]")
            )
        }
        return false
    }

    /// Takes a new id before anything else, where a bundle of the mailbox proves that this replica had
    /// another life; the id that it leaves.
    private func leaveForkedLife(_ listing: MailboxListing) throws -> ReplicaID? {
        let items = listing.items.filter { isOurs($0.header) }.map(withDigest)
        let ledger = OwnBundles(try replica.sentBundles(of: replica.id))
        // A damaged file proves nothing.
        let isProved = items.contains { item in
            guard ledger.contradicts(item), let envelope = opened(item) else { return false }
            return ledger.contradicts(envelope, Self.digest(of: envelope))
        }
        guard isProved else { return nil }
        let former = replica.id
        try replica.startNewLife(common: ledger.common(in: items))
        return former
    }

    /// A bundle under our own name with the digest of what it says, which no listing tells of a sealed
    /// one: only by it do two lives of equal length differ.
    private func withDigest(_ item: MailboxListing.Item) -> MailboxListing.Item {
        guard item.digest == nil, item.header.sender == replica.id,
            let digest = custodian.digest(of: item.header) ?? opened(item).map(Self.digest)
        else { return item }
        return MailboxListing.Item(token: item.token, header: item.header, digest: digest)
    }

    /// What a bundle says, nil where it cannot be read.
    private func opened(_ item: MailboxListing.Item) -> Envelope? {
        guard let bytes = try? mailbox.fetch(item.token),
            case .opened(let envelope)? = try? custodian.open(bytes)
        else { return nil }
        return envelope
    }

    private static func digest(of envelope: Envelope) -> [UInt8] {
        Array(envelope.bytes.suffix(Envelope.digestLength))
    }

    /// The bundles in the order of the listing, those of a life just left first: what they say is
    /// learned from themselves.
    private func inOrder(
        _ items: [MailboxListing.Item],
        after former: ReplicaID?
    ) -> [MailboxListing.Item] {
        guard let former else { return items }
        return items.filter { $0.header.sender == former }
            + items.filter { $0.header.sender != former }
    }

    /// What may be left unsaid: what the mailbox covers, less the writes that two lives of this
    /// replica gave one name, until they lie there once under names of their own.
    private func owed(
        _ covered: VersionVector,
        _ headers: [BundleLabel]
    ) throws -> VersionVector {
        let mine = Set(try replica.identityHistory.map(\.replica) + [replica.id])
        var owed = covered
        for past in try replica.identityHistory where past.isAmbiguous {
            let isSaid = headers.contains { header in
                mine.contains(header.sender) && header.sender != past.replica
                    && header.base[past.replica] <= past.floor
                    && header.target[past.replica] >= past.ceiling
            }
            if !isSaid { owed = owed.lowered(past.replica, to: past.floor) }
        }
        return owed
    }

    /// Takes one bundle; a file that cannot be read is refused like a bad one, and stops no other.
    private func take(_ token: String, _ receiver: Receiver) throws -> Reception {
        let bytes: [UInt8]
        do {
            bytes = try mailbox.fetch(token)
        } catch {
            return .refused(code: "unreadable", message: "\(error)")
        }
        return try receiver.receive(bytes)
    }

    /// Whether the others wait to hear that deletions were seen here, also those that were freed here
    /// as soon as they came: they are freed there on that proof.
    private func owesAcknowledgement(_ headers: [BundleLabel]) throws -> Bool {
        let own = headers.filter { $0.sender == replica.id }
        if try replica.pendingDeletions() > 0 {
            let vector = replica.versionVector
            return !own.contains { $0.target == vector }
        }
        let freed = replica.freed
        return !freed.isEmpty && !own.contains { $0.target.covers(freed) }
    }

    private func push(
        over known: VersionVector,
        owing owesAcknowledgement: Bool,
        _ report: inout SyncReport
    ) throws {
        guard owesAcknowledgement || !known.covers(replica.versionVector) else { return }
        report.sent = try send(since: known)
    }

    /// Leaves what was written since a vector, though the mailbox may cover it; how many writes it
    /// tells.
    @discardableResult
    package func send(since base: VersionVector) throws -> UInt64 {
        let envelope = try Envelope(try replica.delta(since: base), of: replica)
        let bytes = try custodian.seal(envelope)
        try replica.noteSent(
            envelope.sequence,
            digest: Self.digest(of: envelope),
            counter: envelope.target[envelope.sender]
        )
        try mailbox.append(bytes, as: envelope.fileName)
        return envelope.changes
    }

    /// What somebody knows who has applied all that lies in the mailbox, from nothing.
    static func coverage(of headers: [BundleLabel]) -> VersionVector {
        var covered = VersionVector()
        var waiting = headers
        while true {
            let ready = waiting.filter { covered.covers($0.base) }
            if ready.isEmpty { return covered }
            for header in ready { covered.formUnion(header.target) }
            waiting.removeAll { covered.covers($0.base) && covered.covers($0.target) }
        }
    }
}
