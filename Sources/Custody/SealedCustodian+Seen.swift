import Causality
import Exchange
import Membership
import ReplicaStore
import Sealing

/// What the bundles say that colleagues have seen, held against what came here.
extension SealedCustodian {
    package func isNews(_ label: BundleLabel) -> Bool {
        label.sealed != nil && label.sequence > heard[label.sender, default: 0]
    }

    package func notice(_ bytes: [UInt8]) throws {
        guard let bundle = try? SealedBundle(bytes),
            case .accepted(let key) = roster.judge(bundle.header),
            (try? bundle.verified(by: key)) != nil
        else { return }
        try note(bundle.header)
    }

    /// Notes who carried a bundle, and what they had seen.
    func note(_ header: SealedBundle.Header) throws {
        let fields = header.fields
        try custody.ledger.note(header, at: custody.now)
        heard[fields.sender] = max(heard[fields.sender, default: 0], fields.sequence)
        told += fields.heads
        longestLog = max(longestLog, fields.membership.sequence)
        guard fields.kind == .snapshot else { return }
        // It tells all that those bundles told: they may be gone.
        for head in fields.heads {
            covered[head.replica] = max(covered[head.replica, default: 0], head.sequence)
        }
        try custody.ledger.noteCovered(fields.heads)
    }

    /// Whether no bundle of a replica is known here.
    func isUnheard(_ replica: ReplicaID) -> Bool { heard[replica] == nil }

    /// The bundles that a colleague has seen, that never came to `replica`, and that no snapshot tells.
    func withheld(from replica: Replica) throws -> [MissingBundles] {
        var missing: [ReplicaID: UInt64] = [:]
        for head in told where head.replica != replica.id {
            guard last(of: head.replica) < head.sequence, try !isCutOff(head),
                try !replica.appliedBundles(of: head.replica).contains(head.sequence)
            else { continue }
            missing[head.replica] = max(missing[head.replica, default: 0], head.sequence)
        }
        return try missing.sorted { $0.key < $1.key }.map { sender, greatest in
            let applied = try replica.appliedBundles(of: sender)
            let numbers = (last(of: sender) + 1...greatest).lazy
                .filter { !applied.contains($0) }
                .prefix(MissingBundles.mostNamed)
            return MissingBundles(sender: sender, sequences: Array(numbers))
        }
    }

    /// The bundles that bear one number and are not the same to a colleague and here: each is said once.
    func forks() throws -> [RefusedBundle] {
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

    private func last(of replica: ReplicaID) -> UInt64 {
        max(heard[replica, default: 0], covered[replica, default: 0])
    }

    /// Whether a bundle is of a revoked device and past what is accepted of it: it need not come.
    private func isCutOff(_ head: SealedBundle.Head) throws -> Bool {
        guard try custody.watched()[head.replica] != nil else { return false }
        return !roster.members.values.contains { member in
            member.revocation?.frontier[head.replica].map { $0.sequence >= head.sequence } ?? false
        }
    }
}
