import BundleFormat
import Causality
import Records
import ReplicaStore

/// One synchronisation of a replica with a mailbox: pull, apply, push what the mailbox lacks.
package struct SyncSession {
    private let replica: Replica
    private let mailbox: any Mailbox

    package init(_ replica: Replica, _ mailbox: any Mailbox) {
        self.replica = replica
        self.mailbox = mailbox
    }

    package func run() throws -> SyncReport {
        let listing = try mailbox.list()
        var report = try pull(listing)
        // What was refused tells nobody anything: it is sent anew.
        let refused = Set(report.refusals.map(\.token))
        let readable = listing.items.filter { !refused.contains($0.token) && isOurs($0.header) }
        let headers = readable.map(\.header)
        try replica.note(headers.map { .init(replica: $0.sender, vector: $0.target) })
        try push(over: Self.coverage(of: headers), owing: owesAcknowledgement(headers), &report)
        return report
    }

    /// Takes in what lies in the mailbox, and leaves nothing there.
    package func pull() throws -> SyncReport { try pull(try mailbox.list()) }

    private func isOurs(_ header: Envelope.Header) -> Bool {
        header.kind == .delta && header.partition.id == replica.partition.id
    }

    private func pull(_ listing: MailboxListing) throws -> SyncReport {
        let receiver = Receiver(replica)
        var report = SyncReport()
        report.refusals = listing.refusals
        var known: [Envelope.Header] = []
        for item in listing.items {
            // The header is enough for what is known, and spares reading the body.
            if isOurs(item.header), replica.versionVector.covers(item.header.target) {
                report.known += 1
                known.append(item.header)
                continue
            }
            switch try take(item.token, receiver) {
            case .applied(let changes): report.applied = report.applied.addingClamped(changes)
            case .known: report.known += 1
            case .held: break
            case .refused(let code, let message):
                report.refusals.append(
                    MailboxListing.Refusal(token: item.token, reason: "\(message) [\(code)]")
                )
            }
        }
        report.applied = report.applied.addingClamped(try receiver.applyHeld())
        (report.held, report.missing) = try receiver.waiting()
        if !report.missing.isEmpty {
            try receiver.noteKnown(known)
            report.missing = try receiver.waiting().missing
        }
        return report
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

    /// Whether the others wait to hear that a deletion was seen here: it is freed on that proof.
    private func owesAcknowledgement(_ headers: [Envelope.Header]) throws -> Bool {
        let vector = replica.versionVector
        return try replica.pendingDeletions() > 0
            && !headers.contains { $0.sender == replica.id && $0.target == vector }
    }

    private func push(
        over known: VersionVector,
        owing owesAcknowledgement: Bool,
        _ report: inout SyncReport
    ) throws {
        guard owesAcknowledgement || !known.covers(replica.versionVector) else { return }
        let delta = try replica.delta(since: known)
        let envelope = Envelope(
            kind: .delta,
            partition: replica.partition,
            sender: replica.id,
            sequence: try replica.nextBundleNumber(),
            base: delta.base,
            target: delta.target,
            body: delta.bytes
        )
        try mailbox.append(envelope)
        report.sent = envelope.changes
    }

    /// What somebody knows who has applied all that lies in the mailbox, from nothing.
    static func coverage(of headers: [Envelope.Header]) -> VersionVector {
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
