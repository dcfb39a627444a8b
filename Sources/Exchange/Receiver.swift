import BundleFormat
import Causality
import Records
import ReplicaStore

/// Takes bundles into a replica: checks, applies, holds what came too early, refuses by name.
package struct Receiver {
    private let replica: Replica
    private let custodian: any Custodian

    package init(_ replica: Replica, _ custodian: any Custodian = ClearCustodian()) {
        self.replica = replica
        self.custodian = custodian
    }

    /// Takes one bundle; whatever happens, the next one may be taken.
    package func receive(_ bytes: [UInt8]) throws -> Reception {
        switch try custodian.open(bytes) {
        case .opened(let envelope):
            let reception = try take(envelope)
            if case .refused = reception { return reception }
            try custodian.noteTaken(envelope)
            return reception
        case .quarantined: return .quarantined
        case .refused(let code, let message): return .refused(code: code, message: message)
        }
    }

    /// Takes a bundle that was opened: it waits in the store as one in clear.
    private func take(_ envelope: Envelope) throws -> Reception {
        guard envelope.partition.id == replica.partition.id, envelope.kind == .delta else {
            return .refused(
                code: ReplicaError.Code.otherPartition.rawValue,
                message: "the bundle is of ‘\(envelope.partition.code)’, "
                    + "this store is of ‘\(replica.partition.code)’"
            )
        }
        return try take(envelope, envelope.bytes)
    }

    private func take(_ envelope: Envelope, _ bytes: [UInt8]) throws -> Reception {
        let digest = Array(bytes.suffix(Envelope.digestLength))
        let ledger = OwnBundles(try replica.sentBundles(of: envelope.sender))
        if ledger.contradicts(envelope, digest) { try replica.startNewLife() }
        let known = replica.versionVector
        guard !known.covers(envelope.target), !ledger.holds(envelope, digest) else {
            try replica.noteApplied(envelope.sender, envelope.sequence)
            return .known
        }
        if let other = try replica.digestOfBundle(envelope.sender, envelope.sequence),
            other != digest
        {
            // Kept until the replica that lives twice has told both lives under other names.
            try replica.hold(bytes, envelope.sender, envelope.sequence)
            return Self.forked(envelope.sender)
        }
        guard known.covers(envelope.base) else {
            try replica.hold(bytes, envelope.sender, envelope.sequence)
            return .held(changes: envelope.changes)
        }
        do {
            let application = try apply(envelope)
            try replica.noteApplied(envelope.sender, envelope.sequence, digest: digest)
            return .applied(changes: application.changes)
        } catch let error as ReplicaError where error.code == .baseNotCovered {
            // The bundle has just shown that this store needs a new id, and must wait for the rest.
            try replica.hold(bytes, envelope.sender, envelope.sequence)
            return .held(changes: envelope.changes)
        } catch let error as ReplicaError where error.code == .forked {
            try replica.hold(bytes, envelope.sender, envelope.sequence)
            return .refused(code: error.code.rawValue, message: error.message)
        } catch let error as ReplicaError where Self.isOfTheBundle(error) {
            return .refused(code: error.code.rawValue, message: error.message)
        }
    }

    private static func forked(_ replica: ReplicaID) -> Reception {
        let error = ReplicaError(forkOf: replica)
        return .refused(code: error.code.rawValue, message: error.message)
    }

    private func apply(_ envelope: Envelope) throws -> Application {
        let header = try header(of: envelope)
        guard header.base == envelope.base, header.target == envelope.target else {
            throw ReplicaError(.contradiction, "the header and the body of the bundle disagree")
        }
        return try replica.apply(envelope.body)
    }

    private func header(of envelope: Envelope) throws(ReplicaError) -> DeltaHeader {
        do {
            return try DeltaReader(envelope.body).header
        } catch {
            throw ReplicaError(.badBundle, error.description)
        }
    }

    /// Tries the bundles that wait, until none can be applied; the writes applied so.
    package func applyHeld() throws -> UInt64 {
        var applied: UInt64 = 0
        var hasProgressed = true
        while hasProgressed {
            hasProgressed = false
            for bytes in try replica.heldBundles() {
                guard let envelope = try? Envelope(bytes), try custodian.stillHears(envelope)
                else { continue }
                switch try take(envelope) {
                case .applied(let changes):
                    applied = applied.addingClamped(changes)
                    hasProgressed = true
                case .known: hasProgressed = true
                case .held, .quarantined, .refused: break
                }
            }
        }
        return applied
    }

    /// How many writes wait, and which bundles they wait for.
    package func waiting() throws -> (changes: UInt64, missing: [MissingBundles]) {
        var changes: UInt64 = 0
        var numbers: [ReplicaID: Set<UInt64>] = [:]
        let known = replica.versionVector
        for bytes in try replica.heldBundles() {
            guard let envelope = try? Envelope(bytes), !known.covers(envelope.target) else {
                continue
            }
            changes = changes.addingClamped(envelope.changes)
            numbers[envelope.sender, default: []].insert(envelope.sequence)
        }
        let missing = try numbers.keys.sorted().compactMap { sender in
            try gap(in: numbers[sender] ?? [], of: sender)
        }
        return (changes, missing)
    }

    /// The numbers between the last bundle that was applied and those that wait; where none was
    /// applied, at least the one before the first that waits.
    private func gap(in held: Set<UInt64>, of sender: ReplicaID) throws -> MissingBundles? {
        guard let first = held.min(), let last = held.max(), first > 1 else { return nil }
        let applied = try replica.appliedBundles(of: sender)
        let start = applied.filter { $0 < last }.max().map { min($0, first) + 1 } ?? first - 1
        let sequences = (start..<last).lazy
            .filter { !held.contains($0) && !applied.contains($0) }
            .prefix(MissingBundles.mostNamed)
        return sequences.isEmpty ? nil : MissingBundles(sender: sender, sequences: Array(sequences))
    }

    /// Notes bundles that were known without being received, so that no gap names them.
    package func noteKnown(_ headers: [BundleLabel]) throws {
        for (sender, headers) in Dictionary(grouping: headers, by: \.sender) {
            let applied = try replica.appliedBundles(of: sender)
            for header in headers where !applied.contains(header.sequence) {
                try replica.noteApplied(sender, header.sequence)
            }
        }
    }

    /// Whether the fault lies with the bundle: the disk or the store failing stops everything.
    private static func isOfTheBundle(_ error: ReplicaError) -> Bool {
        [
            .badBundle, .unknownField, .badValue, .contradiction, .statement,
        ]
        .contains(error.code)
    }
}
