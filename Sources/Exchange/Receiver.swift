import BundleFormat
import Causality
import Records
import ReplicaStore

/// Takes bundles into a replica: checks, applies, holds what came too early, refuses by name.
package struct Receiver {
    private let replica: Replica

    package init(_ replica: Replica) { self.replica = replica }

    /// Takes one bundle; whatever happens, the next one may be taken.
    package func receive(_ bytes: [UInt8]) throws -> Reception {
        let envelope: Envelope
        do {
            envelope = try Envelope(bytes)
        } catch {
            return .refused(code: "bad-bundle", message: error.description)
        }
        guard envelope.partition.id == replica.partition.id, envelope.kind == .delta else {
            return .refused(
                code: ReplicaError.Code.otherPartition.rawValue,
                message: "the bundle is of ‘\(envelope.partition.code)’, "
                    + "this store is of ‘\(replica.partition.code)’"
            )
        }
        return try take(envelope, bytes)
    }

    private func take(_ envelope: Envelope, _ bytes: [UInt8]) throws -> Reception {
        let known = replica.versionVector
        guard !known.covers(envelope.target) else {
            try replica.noteApplied(envelope.sender, envelope.sequence)
            return .known
        }
        guard known.covers(envelope.base) else {
            try replica.hold(bytes, envelope.sender, envelope.sequence)
            return .held(changes: envelope.changes)
        }
        do {
            let application = try apply(envelope)
            try replica.noteApplied(envelope.sender, envelope.sequence)
            return .applied(changes: application.changes)
        } catch let error as ReplicaError where Self.isOfTheBundle(error) {
            return .refused(code: error.code.rawValue, message: error.message)
        }
    }

    private func apply(_ envelope: Envelope) throws -> Application {
        let reader = try DeltaReader(envelope.body)
        guard reader.base == envelope.base, reader.target == envelope.target else {
            throw ReplicaError(.contradiction, "the header and the body of the bundle disagree")
        }
        return try replica.apply(envelope.body)
    }

    /// Tries the bundles that wait, until none can be applied; the writes applied so.
    package func applyHeld() throws -> UInt64 {
        var applied: UInt64 = 0
        var hasProgressed = true
        while hasProgressed {
            hasProgressed = false
            for bytes in try replica.heldBundles() {
                switch try receive(bytes) {
                case .applied(let changes):
                    applied += changes
                    hasProgressed = true
                case .known: hasProgressed = true
                case .held, .refused: break
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
            changes += envelope.changes
            numbers[envelope.sender, default: []].insert(envelope.sequence)
        }
        let missing = try numbers.keys.sorted().compactMap { sender -> MissingBundles? in
            let held = numbers[sender] ?? []
            let applied = try replica.appliedBundles(of: sender)
            guard let last = held.max() else { return nil }
            let first = applied.max(by: <).map { min($0, last) } ?? 0
            let gap = (first..<last).dropFirst().filter {
                !held.contains($0) && !applied.contains($0)
            }
            return gap.isEmpty ? nil : MissingBundles(sender: sender, sequences: gap)
        }
        return (changes, missing)
    }

    /// Whether the fault lies with the bundle: the disk or the store failing stops everything.
    private static func isOfTheBundle(_ error: ReplicaError) -> Bool {
        [.badBundle, .unknownField, .badValue, .contradiction, .baseNotCovered]
            .contains(error.code)
    }
}
