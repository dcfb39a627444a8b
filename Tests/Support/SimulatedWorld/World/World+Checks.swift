import Causality
import Custody
import Foundation
import GRDB
import Records
import ReplicaStore
import Seams

extension World {
    // MARK: Refusals

    /// Runs something that a fault may make fail; the name of its refusal, nil where it went well.
    ///
    /// A refusal must be one that the present fault explains.
    func refusal(
        _ laptop: Laptop,
        isSpoiled: Bool = false,
        _ body: () throws -> Void
    ) throws -> String? {
        do {
            try body()
            return nil
        } catch let error as ReplicaError {
            guard isExplained(error.code, laptop, isSpoiled) else {
                throw Violation(.refusal, "\(error.code.rawValue) without a cause")
            }
            return error.code.rawValue
        } catch let error as CustodyError {
            guard error.code == .revoked, laptop.isRevoked else {
                throw Violation(.refusal, "without a cause: \(error)")
            }
            return error.code.rawValue
        } catch is DiskFailure {
            return "door-closed"
        }
    }

    private func isExplained(
        _ code: ReplicaError.Code,
        _ laptop: Laptop,
        _ isSpoiled: Bool
    ) -> Bool {
        switch code {
        case .baseNotCovered: true
        case .badBundle: isSpoiled
        case .diskFull: [.full, .storesHalf].contains(laptop.disk.struck)
        case .diskFailed, .readOnly:
            [.stop, .fails, .failsOnce].contains(laptop.disk.struck)
        default: false
        }
    }

    /// A refused bundle is refused by a name of the closed list.
    func checkName(_ reason: String) throws {
        let clear = [
            "bad-bundle", "unfinished", "unreadable", "base-not-covered", "other-partition",
        ]
        let sealed = [
            "no-stanza-for-me", "later-log", "other-landlord", "unknown-device", "signature",
            "truncated", "too-short", "bad-magic",
        ]
        let names = clear + (isSealed ? sealed : [])
        guard names.contains(where: { reason.hasSuffix("[\($0)]") }) else {
            throw Violation(.refusal, "a bundle refused: \(reason.suffix(40))")
        }
    }

    // MARK: What a replica shows

    /// Reads the journal, then holds every row against what the specification says of it.
    func check(_ laptop: Laptop) throws {
        guard let replica = laptop.replica, !laptop.disk.isStopped, laptop.disk.struck == nil
        else { return }
        names.insert(replica.id)
        let vector = replica.versionVector
        guard vector != laptop.checked else { return }
        try readJournal(replica, laptop)
        // What a revoked laptop alone has seen, nobody else has to.
        if laptop.isRevoked { giveUp(laptop.seen) }
        try checkVisits(replica, laptop)
        try readRescued(replica, laptop)
        let rows = try shownRows(replica)
        let inbox = try replica.conflicts()
        guard laptop.erased.allSatisfy({ rows[$0] == nil }) else {
            throw Violation(.specification, "an erased row came back on laptop \(laptop.number)")
        }
        for id in history.order
        where rescued[id] == nil && !erased.contains(id) && !history.isUnsettled(id)
            && !history.isAdopted(id)
        {
            let view = history.view(id, laptop.seen)
            try RowCheck(laptop, id, view, isDoubtful: history.isDoubtful(id)).check(
                rows[id],
                inbox.filter { $0.id == id }
            )
        }
        guard rows.count == history.order.count(where: { rows[$0] != nil }) else {
            throw Violation(.atomicity, "laptop \(laptop.number) shows a row that nobody wrote")
        }
        let digests = try replica.digests()
        guard digests.kept ?? digests.counted == digests.counted else {
            throw Violation(
                .digest,
                "laptop \(laptop.number) keeps a digest that it does not count"
            )
        }
        guard try replica.alarms().isEmpty else {
            throw Violation(.digest, "laptop \(laptop.number) raised an alarm")
        }
        laptop.checked = vector
        let pending = try replica.pendingDeletions()
        if pending < laptop.pending { laptop.freed = laptop.seen }
        laptop.pending = pending
    }

    /// The rows of the newer collection are there whole, also when they came before their version.
    private func checkVisits(_ replica: Replica, _ laptop: Laptop) throws {
        guard laptop.release == .newer else { return }
        let numbers = try replica.read {
            try Int.fetchAll($0.cachedStatement(sql: "SELECT number FROM visit ORDER BY number"))
        }
        let due = laptop.seen.intersection(history.visits).subtracting(history.adopted)
        guard numbers.filter({ !history.adopted.contains($0) }) == due.numbers else {
            throw Violation(.acknowledged, "laptop \(laptop.number) lacks rows of a collection")
        }
    }

    /// Notes the rows of which a replica rescued something.
    ///
    /// Half of such a row may be gone: what was written to the other half stands in the inbox, and
    /// ``settleRescued()`` looks for it there.
    func readRescued(_ replica: Replica, _ laptop: Laptop) throws {
        let lines = try replica.read { database in
            try Row.fetchAll(
                database.cachedStatement(sql: "SELECT id, tag, value FROM passerelle_rescued")
            )
        }
        for line in lines {
            guard let id = RecordID(bytes: line["id"] as Data) else { continue }
            let tag: UInt8 = line["tag"]
            if PersonSchema.plain.contains(where: { $0.tag == tag }) {
                rescued[id, default: [:]][tag, default: []].insert(Editor.value(line, "value"))
            } else {
                rescued[id, default: [:]][tag] = []
            }
        }
    }

    private func shownRows(_ replica: Replica) throws -> [RecordID: Editor.Shown] {
        try replica.read { database in
            var shown: [RecordID: Editor.Shown] = [:]
            let rows = try Row.fetchCursor(
                database.cachedStatement(
                    sql: "SELECT * FROM person"
                )
            )
            while let row = try rows.next() {
                guard let id = RecordID(bytes: row["id"] as Data) else { continue }
                shown[id] = Editor.shown(row)
            }
            return shown
        }
    }

    /// What the replica has seen, by its journal: nothing that was seen is ever unseen, and whatever
    /// is seen is seen with all that it had seen.
    private func readJournal(_ replica: Replica, _ laptop: Laptop) throws {
        let numbers = try replica.read {
            try Int.fetchAll($0.cachedStatement(sql: "SELECT number FROM journal ORDER BY number"))
        }
        var seen = WriteSet()
        for number in numbers {
            seen.insert(number)
            if history.all.contains(number) { continue }
            guard let index = laptop.doubtful.firstIndex(where: { $0.number == number }) else {
                throw Violation(.atomicity, "transaction \(number) was refused, and is there")
            }
            history.commit(laptop.doubtful.remove(at: index))
        }
        guard laptop.seen.isSubset(of: seen) else {
            throw Violation(.acknowledged, "laptop \(laptop.number) lost what it had seen")
        }
        guard history.isCausal(seen) else {
            throw Violation(.causality, "laptop \(laptop.number) saw an effect before its cause")
        }
        laptop.seen = seen
    }
}
