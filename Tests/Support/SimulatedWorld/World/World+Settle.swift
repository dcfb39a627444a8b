import Causality
import FolderExchange
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit

extension World {
    /// The most rounds in which everybody visits the hub once: laptop, hub, laptop, and two more; where
    /// bundles are sealed the log and new keys travel first.
    private var maximumRounds: Int { isSealed ? 8 : 4 }

    /// Faults stop; everybody exchanges, and must come to agree.
    func settle() throws {
        for laptop in laptops {
            laptop.disk.mend()
            if laptop.replica == nil { try laptop.open() }
            laptop.checked = nil
            laptop.entropy.dice = Dice(seed, 5, UInt64(laptop.number))
            if isSealed { setRight(laptop) }
            try check(laptop)
        }
        try emptyOtherPlaces()
        var rounds = 0
        while try !hasConverged() {
            guard rounds < maximumRounds else {
                throw Violation(
                    try haveOneLog() ? .convergence : .membership,
                    "no agreement after \(rounds) rounds\n\(standing())"
                )
            }
            rounds += 1
            for laptop in members { _ = try visit(laptop, places[0], FolderDoor(places[0])) }
        }
        for laptop in laptops {
            _ = try upgrade(laptop)
            if !erased.isEmpty { try erase(erased, laptop) }
        }
        try compare()
        try settleRescued()
        try setFormerNamesAside()
        try settleGraves()
        try settleMembership()
        try checkStores()
        outcome.trace.note("settled in \(rounds)")
    }

    /// What lies in a place other than the hub, and perhaps nowhere else, is fetched by somebody.
    private func emptyOtherPlaces() throws {
        guard try !hasConverged() else { return }
        for place in places.dropFirst() {
            _ = try visit(members[0], place, FolderDoor(place))
        }
    }

    private func hasConverged() throws -> Bool {
        let first = members[0]
        return try haveOneLog()
            && members.allSatisfy { laptop in
                laptop.seen == first.seen && history.required.isSubset(of: laptop.seen)
                    && laptop.replica?.versionVector == first.replica?.versionVector
            }
    }

    /// People notice a wrong clock: what is sealed to a month takes clocks that know it.
    private func setRight(_ laptop: Laptop) {
        laptop.skew = 0
        laptop.clock.set(now)
    }

    /// Where everybody stands.
    private func standing() -> String {
        members.map { laptop in
            let lacking = history.required.subtracting(laptop.seen).numbers
            return
                "laptop \(laptop.number) \(laptop.replica?.id.description.prefix(8) ?? "off") has "
                + "\(laptop.replica?.versionVector ?? VersionVector()), lacks \(lacking)"
        }.joined(separator: "\n")
    }

    private func compare() throws {
        let states = try members.map { try $0.replica.map(state) ?? "off" }
        for (laptop, state) in zip(members, states) where state != states[0] {
            throw Violation(.convergence, "laptop \(laptop.number) differs from the first")
        }
        for laptop in members where !history.required.isSubset(of: laptop.seen) {
            throw Violation(.acknowledged, "laptop \(laptop.number) lacks acknowledged writes")
        }
        outcome.trace.note(states[0])
    }

    /// Rows and conflicts: what every replica must agree on.
    private func state(_ replica: Replica) throws -> String {
        let rows = try replica.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT hex(id), name, phone, mark, marked_at, known_to, visits, email
                    FROM person ORDER BY id
                    """
            ).map(\.description)
        }
        let inbox = try replica.conflicts().map {
            "\($0.id) \($0.field) \($0.shown) \($0.others) \($0.isSettledByRank)"
        }
        let digest = try replica.digests().counted
        return "\(rows)\n\(inbox)\n\(replica.versionVector)\n\(digest)"
    }

    /// Of a row that was rescued, every write that nobody overwrote is shown, listed or rescued; a row
    /// that is hidden by a deletion is listed as a whole.
    private func settleRescued() throws {
        // A row may be freed, and work rescued, without a write.
        for laptop in members {
            if let replica = laptop.replica { try readRescued(replica, laptop) }
        }
        guard let replica = members[0].replica else { return }
        let inbox = try replica.conflicts()
        // Some have freed the row by now: its author lists it, or has rescued it.
        let hidden = try members.compactMap(\.replica).reduce(into: Set<Data>()) {
            hidden,
            replica in
            let listed = try replica.read {
                try Data.fetchSet($0, sql: "SELECT id FROM passerelle_revival WHERE NOT is_shown")
            }
            hidden.formUnion(listed)
        }
        for (id, lines) in rescued.sorted(by: { $0.key < $1.key }) {
            let view = history.view(id, members[0].seen)
            guard view.isVisible, !erased.contains(id), !hidden.contains(Data(id.bytes)),
                !history.isAdopted(id)
            else { continue }
            let shown = try replica.read { try Editor.shown(id, $0)?.plain ?? [:] }
            for (tag, name) in PersonSchema.plain where tag != PersonSchema.markedAt {
                let listed = inbox.filter { $0.id == id && $0.field == name }
                    .flatMap { $0.others.map(\.value) }
                for version in view.versions
                where !history.wasDeleted(version, of: id)
                    // Who took the row for a new one brought nothing back.
                    && !(version.isBroughtBack && history.isUnsettled(id))
                {
                    guard version.cell == .field(tag), case .value(let value) = version.content,
                        value != .null
                    else { continue }
                    guard
                        shown[tag] == value || listed.contains(value)
                            || lines[tag, default: []].contains(value)
                    else {
                        throw Violation(
                            .acknowledged,
                            "\(name) of a freed row is nowhere: row \(id), \(value) of transaction "
                                + "\(version.write), shown \(shown), rescued \(lines)"
                        )
                    }
                }
            }
        }
    }

    /// Once everybody has acknowledged the deletions, none is kept.
    private func settleGraves() throws {
        for _ in 0..<maximumRounds where try pendingDeletions() > 0 {
            for laptop in members { _ = try visit(laptop, places[0], FolderDoor(places[0])) }
        }
        let pending = try pendingDeletions()
        guard pending == 0 else {
            let kept = try members.compactMap { try $0.replica.map(whatIsAwaited) }
            throw Violation(
                .storage,
                "\(pending) deleted rows are kept for ever\n\(kept.joined(separator: "\n"))"
            )
        }
    }

    /// What a replica keeps, and whom it waits for.
    private func whatIsAwaited(_ replica: Replica) throws -> String {
        let peers = try replica.peers().map {
            "\($0.replica)\($0.isAside ? " aside" : "") \($0.vector)"
        }
        return "\(replica.id) keeps \(try replica.pendingDeletions()), freed \(replica.freed), "
            + "has \(replica.versionVector), knows \(peers)"
    }

    private func pendingDeletions() throws -> Int {
        try members.reduce(0) { try $0 + ($1.replica?.pendingDeletions() ?? 0) }
    }

    /// The files are sound, nothing waits, and the log is bounded.
    private func checkStores() throws {
        for laptop in laptops {
            guard let replica = laptop.replica else { continue }
            let answer = try replica.read {
                try String.fetchAll($0, sql: "PRAGMA integrity_check")
            }
            guard answer == ["ok"] else {
                throw Violation(.integrity, "laptop \(laptop.number): \(answer.prefix(3))")
            }
            let log = laptop.disk.image["replica.sqlite-wal"]?.count ?? 0
            guard log < 8_000_000 else { throw Violation(.storage, "a log of \(log) bytes") }
            try laptop.close()
        }
    }
}
