import BundleFormat
import Causality
import Exchange
import Membership
import ReplicaStore
import Sealing

/// Opens and seals the bundles of a landlord's partition, by its membership and this device's keys.
package final class SealedCustodian: Custodian {
    let custody: DeviceCustody
    let roster: Roster
    /// Keys beside the device's own: those of a recovery kit.
    private let spareKeys: [ReceiveKey]
    /// What the bundles taken so far say that others have seen.
    var told: [SealedBundle.Head] = []
    /// The bundles made or applied so far, byte for byte.
    private(set) var taken: [Digest256] = []
    /// The digests of what those made say, by the hash of their headers.
    private(set) var said: [Digest256: [UInt8]]
    /// Whether one of those made tells everything.
    private(set) var hasMadeSnapshot = false
    /// The number of the last bundle heard of each replica.
    var heard: [ReplicaID: UInt64]
    /// The number of the last one that a snapshot told of.
    var covered: [ReplicaID: UInt64]
    /// The longest membership log that the bundles taken so far know of.
    var longestLog: UInt64 = 0
    /// The header of the bundle that was opened last.
    private var opened: SealedBundle.Header?

    package init(_ custody: DeviceCustody, spareKeys: [ReceiveKey] = []) throws {
        self.custody = custody
        self.spareKeys = spareKeys
        heard = Dictionary(
            try custody.heads().map { ($0.replica, $0.sequence) },
            uniquingKeysWith: max
        )
        covered = try custody.ledger.covered()
        said = try custody.ledger.said()
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
        opened = bundle.header
        return Envelope(bundle.header, body)
    }

    package func noteTaken(_ envelope: Envelope) throws {
        guard let header = opened, header.fields.sender == envelope.sender,
            header.fields.sequence == envelope.sequence
        else { return }
        try note(header)
    }

    package func digest(of label: BundleLabel) -> [UInt8]? {
        label.sealed.flatMap { said[$0.hash] }
    }

    package func noteApplied(_ label: BundleLabel) {
        if let header = label.sealed { taken.append(header.hash) }
    }

    /// Makes a bundle that was kept apart the administrator's own writes; how many rows.
    package func release(_ hash: Digest256, into replica: Replica) throws -> Int {
        try custody.requireAdministrator()
        guard let bytes = try custody.ledger.waiting(hash) else {
            throw CustodyError(.notFound, "no bundle of that name waits")
        }
        let rows = try replica.adopt(try release(bytes).body)
        try custody.ledger.noteAccepted(hash, at: custody.now)
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
            return Envelope(bundle.header, body)
        }
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
            said[header.hash] = Array(envelope.bytes.suffix(Envelope.digestLength))
            hasMadeSnapshot = hasMadeSnapshot || fields.kind == .snapshot
            return bytes
        }
    }

    /// A listing without the headers that their sender did not sign, which are refused.
    ///
    /// What a header says counts before its bundle is opened: that those writes need not be sent again.
    package func genuine(_ listing: MailboxListing) throws -> MailboxListing {
        let known = try custody.ledger.taken()
        var listing = listing
        let forged = listing.items.filter { item in
            guard let header = item.header.sealed, !known.contains(header.hash),
                case .accepted(let key) = roster.judge(header)
            else { return false }
            return !header.isSigned(by: key)
        }
        let tokens = Set(forged.map(\.token))
        listing.items.removeAll { tokens.contains($0.token) }
        let reason = "\(SealFailure.signature.description) [\(SealFailure.signature.name)]"
        listing.refusals += forged.map { RefusedBundle(token: $0.token, reason: reason) }
        return listing
    }

    package func hears(_ label: BundleLabel) -> Bool {
        guard let header = label.sealed, case .accepted = roster.judge(header) else { return false }
        return true
    }

    /// The device is that of the replica's last bundle: which one carried this the store does not tell.
    package func stillHears(_ envelope: Envelope) throws -> Bool {
        let head = try custody.ledger.heads().first { $0.replica == envelope.sender }
        guard let revocation = head.flatMap({ roster.members[$0.device]?.revocation }) else {
            return true
        }
        return revocation.admits(
            envelope.sender,
            sequence: envelope.sequence,
            counter: envelope.target[envelope.sender]
        )
    }

    /// A key that its owner may have destroyed by now opens nothing, unless it is the one that would be
    /// sealed to today as well.
    package func reachesEverybody(_ label: BundleLabel) -> Bool {
        guard let header = label.sealed else { return false }
        let (names, moment) = (Set(header.stanzas.map(\.recipient)), custody.now)
        let month = Month(milliseconds: moment)
        return roster.activeMembers.allSatisfy { member in
            let today = member.receiveKey(for: month)
            return member.receiveKeys.contains { month, key in
                (key == today || !month.isOver(at: moment)) && names.contains(key.name)
            }
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
