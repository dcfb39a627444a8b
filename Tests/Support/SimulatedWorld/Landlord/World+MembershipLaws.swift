import BundleFormat
import Causality
import Custody
import Exchange
import FolderExchange
import Foundation
import Membership
import Records
import ReplicaStore
import Sealing
import TestKit

extension World {
    // MARK: On the road

    /// Notes what a bundle on its way says, and that nobody reads it who may not.
    func noteOnRoad(_ bytes: [UInt8]) throws {
        guard let landlord else { return try dots.note(try Envelope(bytes).body) }
        let bundle = try SealedBundle(bytes)
        try dots.note(try landlord.note(bundle))
        try checkSecrecy(bytes)
        for laptop in laptops where laptop.isRevoked {
            guard let custody = laptop.custody,
                landlord.knew(bundle.header.fields, of: custody.device)
            else { continue }
            if case .opened = try SealedCustodian(custody).open(bytes) {
                throw Violation(.secrecy, "laptop \(laptop.number) was revoked, and opens a bundle")
            }
        }
    }

    /// No word that anybody wrote stands in bytes that leave a laptop.
    func checkSecrecy(_ bytes: [UInt8]) throws {
        let data = Data(bytes)
        guard words.allSatisfy({ data.range(of: Data($0.utf8)) == nil }) else {
            throw Violation(.secrecy, "a person's words lie in clear in a place")
        }
    }

    /// What lies beside the bundles: the log, and keys on their way.
    func checkSecrecy(_ place: SimulatedFolder) throws {
        guard isSealed else { return }
        for name in place.names where !name.hasSuffix("." + Envelope.fileExtension) {
            try checkSecrecy(place.files[name] ?? [])
        }
    }

    // MARK: At a laptop

    /// What may not be merged is kept, if it lies in a place where all was taken in, and is never lost.
    func checkQuarantine(_ laptop: Laptop, _ place: SimulatedFolder?) throws {
        guard isSealed, let custody = laptop.custody, let replica = laptop.replica,
            !laptop.disk.isStopped, laptop.disk.struck == nil
        else { return }
        let roster = try custody.log().roster
        guard roster.members.values.contains(where: { !$0.isActive }) else { return }
        let kept = Dictionary(
            try custody.quarantined().map { ($0.hash, $0.isAccepted) },
            uniquingKeysWith: { first, _ in first }
        )
        for (hash, wasAccepted) in laptop.quarantine
        where kept[hash] == nil || wasAccepted && kept[hash] != true {
            throw Violation(.quarantine, "laptop \(laptop.number) lost what it kept apart")
        }
        laptop.quarantine = kept
        guard let place else { return }
        for name in place.names {
            guard let bundle = try? SealedBundle(place.files[name] ?? []),
                kept[bundle.header.hash] == nil,
                mustBeKept(bundle, roster, replica.versionVector)
            else { continue }
            throw Violation(
                .quarantine,
                "laptop \(laptop.number) keeps no bundle that it may not merge"
            )
        }
    }

    /// Of a device that is known for revoked, nobody has more than what was accepted of it, what
    /// they had before an exchange, and what was told by then in bundles of others.
    func checkFrontier(_ laptop: Laptop, since before: VersionVector) throws {
        guard let landlord, let roster = try laptop.roster(),
            let vector = laptop.replica?.versionVector,
            !laptop.disk.isStopped, laptop.disk.struck == nil
        else { return }
        for (replica, device) in landlord.owners where device != laptop.custody?.device {
            guard let revocation = roster.members[device]?.revocation else { continue }
            let allowed = max(
                before[replica],
                revocation.frontier[replica]?.counter ?? 0,
                landlord.lastTold(of: replica, without: device)
            )
            guard vector[replica] <= allowed else {
                throw Violation(
                    .frontier,
                    "laptop \(laptop.number) merged writes of a revoked device"
                )
            }
        }
    }

    /// Whether a bundle is soundly signed by a device that was revoked and did not know, is beyond
    /// what is accepted of it, and tells something new.
    private func mustBeKept(
        _ bundle: SealedBundle,
        _ roster: Roster,
        _ vector: VersionVector
    ) -> Bool {
        let fields = bundle.header.fields
        guard let landlord, fields.partition.id == landlord.partition.id,
            let revocation = roster.members[fields.device]?.revocation,
            !landlord.knew(fields, of: fields.device), !vector.covers(fields.target),
            (try? landlord.body(of: bundle)) != nil
        else { return false }
        guard let edge = revocation.frontier[fields.sender] else { return true }
        return fields.sequence > edge.sequence || fields.target[fields.sender] > edge.counter
    }

    // MARK: In the end

    /// Whether all members know the same log.
    func haveOneLog() throws -> Bool {
        let logs = try members.map { try $0.roster()?.hashes }
        return logs.allSatisfy { $0 == logs.first }
    }

    /// One administrator, sound audits; who was revoked hears so, and who only asked opens nothing.
    func settleMembership() throws {
        guard isSealed else { return }
        guard try haveOneLog() else { throw Violation(.membership, "the members' logs differ") }
        let all = try members.filter { laptop in
            try laptop.roster()?.administrator == laptop.custody?.device
        }
        guard all.count == 1 else {
            throw Violation(.membership, "\(all.count) laptops hold the administration")
        }
        // Whoever has not heard may have left an old log there since.
        _ = try visit(members[0], places[0], FolderDoor(places[0]))
        for laptop in laptops {
            guard try laptop.custody?.auditLines().isWhole == true else {
                throw Violation(.integrity, "the audit of laptop \(laptop.number) does not follow")
            }
            guard laptop.isRevoked else { continue }
            guard try visit(laptop, places[0], FolderDoor(places[0])) == "revoked" else {
                throw Violation(.membership, "laptop \(laptop.number) was revoked, and exchanges")
            }
        }
        try checkStranger()
    }

    /// A laptop that asked and was never invited.
    private func checkStranger() throws {
        let stranger = Laptop(
            laptops.count,
            folder: folders + "stranger",
            plan.rule,
            .newer,
            Dice(seed, 14)
        )
        stranger.clock.set(now)
        guard SimulatedVFS.mount(stranger.disk) else { return }
        defer { SimulatedVFS.unmount(stranger.disk) }
        _ = try stranger.ask()
        guard let custody = stranger.custody else { return }
        defer { try? custody.close() }
        if (try? SealedCustodian(custody)) != nil {
            throw Violation(.secrecy, "a device that nobody invited may open bundles")
        }
        let keys = try stranger.keyring().openingKeys
        for bytes in places.flatMap(\.files.values) {
            guard let bundle = try? SealedBundle(bytes), (try? landlord?.body(of: bundle)) != nil,
                (try? landlord?.open(bundle, with: keys)) != nil
            else { continue }
            throw Violation(.secrecy, "a device that nobody invited opens a bundle")
        }
    }
}
