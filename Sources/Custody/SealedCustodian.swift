import BundleFormat
import Causality
import Exchange
import Membership
import ReplicaStore
import Sealing

/// Opens and seals the bundles of a landlord's partition, by its membership and this device's keys.
package final class SealedCustodian: Custodian {
    private let custody: DeviceCustody
    private let roster: Roster
    /// Keys beside the device's own: those of a recovery kit.
    private let spareKeys: [ReceiveKey]
    /// What the bundles opened so far say that others have seen.
    private(set) var told: [SealedBundle.Head] = []
    /// The bundles made or applied so far, byte for byte.
    private(set) var taken: [Digest256] = []
    /// Whether one of those made tells everything.
    private(set) var hasMadeSnapshot = false
    /// The number of the last bundle heard of each replica.
    private var heard: [ReplicaID: UInt64]
    /// The number of the last one that a snapshot told of.
    private var covered: [ReplicaID: UInt64]

    package init(_ custody: DeviceCustody, spareKeys: [ReceiveKey] = []) throws {
        self.custody = custody
        self.spareKeys = spareKeys
        heard = Dictionary(
            try custody.heads().map { ($0.replica, $0.sequence) },
            uniquingKeysWith: max
        )
        covered = try custody.ledger.covered()
        roster = try custody.log().roster
    }

    package func open(_ bytes: [UInt8]) throws -> Opening {
        guard bytes.dropFirst(SealedBundle.magic.count).first != 0 else {
            return .refused(
                code: "not-sealed",
                message: "the bundle is in clear: its sender has to be enrolled first"
            )
        }
        do {
            let bundle = try SealedBundle(bytes)
            switch roster.judge(bundle.header) {
            case .refused(let refusal): return Self.refused(refusal)
            case .quarantined(let key):
                _ = try bundle.verified(by: key)
                try custody.ledger.quarantine(bundle, at: custody.now)
                return .quarantined
            case .accepted(let key): return .opened(try open(bundle, key))
            }
        } catch let failure as SealFailure {
            return .refused(code: failure.name, message: failure.description)
        }
    }

    /// Opens a bundle whose sender may be heard.
    private func open(_ bundle: SealedBundle, _ key: VerifyingKey) throws -> Envelope {
        let verified = try bundle.verified(by: key)
        let body = try verified.body(with: custody.keyring.openingKeys + spareKeys)
        try note(verified)
        return Self.envelope(bundle.header, body)
    }

    /// Notes who carried a bundle, and what they had seen.
    private func note(_ verified: VerifiedBundle) throws {
        let header = verified.header
        try custody.ledger.note(header, at: custody.now)
        let fields = header.fields
        heard[fields.sender] = max(heard[fields.sender, default: 0], fields.sequence)
        told += fields.heads
        guard fields.kind == .snapshot else { return }
        // It tells all that those bundles told: they may be gone.
        for head in fields.heads {
            covered[head.replica] = max(covered[head.replica, default: 0], head.sequence)
        }
        try custody.ledger.noteCovered(fields.heads)
    }

    package func isNews(_ label: BundleLabel) -> Bool {
        label.sealed != nil && label.sequence > heard[label.sender, default: 0]
    }

    package func notice(_ bytes: [UInt8]) throws {
        guard let bundle = try? SealedBundle(bytes),
            case .accepted(let key) = roster.judge(bundle.header),
            let verified = try? bundle.verified(by: key)
        else { return }
        try note(verified)
    }

    /// Whether a bundle is of a revoked device and past what is accepted of it: it need not come.
    private func isCutOff(_ head: SealedBundle.Head) throws -> Bool {
        guard try custody.watched()[head.replica] != nil else { return false }
        return !roster.members.values.contains { member in
            member.revocation?.frontier[head.replica].map { $0.sequence >= head.sequence } ?? false
        }
    }

    /// Whether no bundle of a replica is known here.
    func isUnheard(_ replica: ReplicaID) -> Bool { heard[replica] == nil }

    package func noteApplied(_ label: BundleLabel) {
        if let header = label.sealed { taken.append(header.hash) }
    }

    /// The bundles that a colleague has seen, that never came to `replica`, and that no snapshot tells.
    func withheld(from replica: Replica) throws -> [MissingBundles] {
        var missing: [ReplicaID: UInt64] = [:]
        for head in told where head.replica != replica.id {
            let last = max(heard[head.replica, default: 0], covered[head.replica, default: 0])
            guard last < head.sequence, try !isCutOff(head),
                try !replica.appliedBundles(of: head.replica).contains(head.sequence)
            else { continue }
            missing[head.replica] = max(missing[head.replica, default: 0], head.sequence)
        }
        return missing.sorted { $0.key < $1.key }
            .map { MissingBundles(sender: $0.key, sequences: [$0.value]) }
    }

    /// Makes a bundle that was kept apart the administrator's own writes; how many rows.
    package func release(_ hash: Digest256, into replica: Replica) throws -> Int {
        try custody.requireAdministrator()
        guard let bytes = try custody.ledger.waiting(hash) else {
            throw CustodyError(.notFound, "no bundle of that name waits")
        }
        let rows = try replica.adopt(try release(bytes).body)
        try custody.ledger.noteAccepted(hash)
        try custody.ledger.audit(.release, hash.description, at: custody.now)
        return rows
    }

    /// Opens a bundle that was kept apart, because the administrator asks for it.
    private func release(_ bytes: [UInt8]) throws -> Envelope {
        try CustodyError.naming {
            let bundle = try SealedBundle(bytes)
            guard let member = roster.members[bundle.header.fields.device] else {
                throw CustodyError(.notFound, "the sender of the bundle is no device of yours")
            }
            let body = try bundle.verified(by: member.identity)
                .body(with: custody.keyring.openingKeys + spareKeys)
            return Self.envelope(bundle.header, body)
        }
    }

    private static func envelope(_ header: SealedBundle.Header, _ body: [UInt8]) -> Envelope {
        let fields = header.fields
        return Envelope(
            kind: .delta,
            partition: fields.partition,
            sender: fields.sender,
            sequence: fields.sequence,
            base: fields.base,
            target: fields.target,
            body: body
        )
    }

    package func seal(_ envelope: Envelope) throws -> [UInt8] {
        guard roster.isActive(custody.device) else { throw custody.revoked }
        let heads = try custody.ledger.heads()
        let fields = SealedBundle.Fields(
            kind: envelope.base.isEmpty ? .snapshot : .delta,
            partition: envelope.partition,
            device: custody.device,
            sender: envelope.sender,
            sequence: envelope.sequence,
            previous: previous(of: envelope, heads),
            base: envelope.base,
            target: envelope.target,
            heads: heads.filter { $0.replica != envelope.sender }.map {
                SealedBundle.Head(replica: $0.replica, sequence: $0.sequence, hash: $0.hash)
            },
            membership: roster.head,
            audit: try custody.ledger.auditHead()
        )
        return try CustodyError.naming {
            let bytes = try SealedBundle.seal(
                envelope.body,
                fields,
                to: roster.recipients(for: Month(milliseconds: custody.now)),
                signedBy: custody.keyring.identity,
                entropy: custody.environment.entropy
            )
            let header = try SealedBundle.Header(bytes)
            try custody.ledger.note(header, at: custody.now)
            heard[envelope.sender] = envelope.sequence
            taken.append(header.hash)
            hasMadeSnapshot = hasMadeSnapshot || fields.kind == .snapshot
            return bytes
        }
    }

    /// The hash of the last bundle; where that was never made, or in another life, a mark of the replica.
    private func previous(of envelope: Envelope, _ heads: [BundleHead]) -> Digest256 {
        guard envelope.sequence > 1 else { return .none }
        return heads.first { $0.replica == envelope.sender }?.hash
            ?? Digest256(of: envelope.sender.bytes, as: .bundleChain)
    }

    private static func refused(_ refusal: Judgement.Refusal) -> Opening {
        let message =
            switch refusal {
            case .otherLandlord: "the bundle is of another landlord"
            case .unknownDevice: "the sender is no device of this landlord"
            case .revoked: "the sender was revoked, and knew it"
            case .forkedLog: "the sender's membership log differs from ours: see the administrator"
            case .laterLog:
                "the sender joined later than our membership log tells: synchronise again"
            }
        return .refused(code: refusal.rawValue, message: message)
    }
}
