import Causality
import Foundation
import GRDB
import Records
import ReplicaStore

extension World {
    // MARK: Writing

    /// Somebody writes: one transaction, acknowledged when it returns.
    func write(_ laptop: Laptop, _ dice: Dice) throws -> String {
        let code = try change(laptop, dice) { try self.edits($0, laptop, dice) }
        try check(laptop)
        return code ?? "written"
    }

    /// Runs one transaction with its line in the journal; the code of its refusal, nil if none.
    func change(
        _ laptop: Laptop,
        _ dice: Dice,
        _ body: (WriteTransaction) throws -> [(RecordID, [UInt8: Value], Effect)]
    ) throws -> String? {
        guard let replica = laptop.replica else { return "off" }
        var transaction = History.Transaction(
            number: history.nextNumber(),
            author: replica.id.bytes,
            seen: laptop.seen
        )
        let number = transaction.number
        let code = try refusal(laptop) {
            try replica.write { write in
                let journal = RecordID.natural(PersonSchema.journal, [UInt8](String(number).utf8))
                try write.insert(
                    PersonSchema.journal,
                    id: journal,
                    ["number": .integer(Int64(number)), "author": .integer(Int64(laptop.number))]
                )
                if laptop.release == .newer, dice.below(4) == 0 {
                    let visit = RecordID.natural(PersonSchema.visit, [UInt8](String(number).utf8))
                    try write.insert(
                        PersonSchema.visit,
                        id: visit,
                        ["number": .integer(Int64(number))]
                    )
                    transaction.hasVisit = true
                }
                transaction.effects = try body(write).map { ($0.0, $0.2, $0.1) }
            }
        }
        if code == nil {
            history.commit(transaction)
            laptop.doubtful = []
            laptop.seen.insert(number)
        } else {
            laptop.doubtful.append(transaction)
        }
        return code
    }

    private func edits(
        _ write: WriteTransaction,
        _ laptop: Laptop,
        _ dice: Dice
    ) throws -> [(RecordID, [UInt8: Value], Effect)] {
        var done: [(RecordID, [UInt8: Value], Effect)] = []
        for _ in 0..<(1 + dice.below(3)) {
            if dice.below(6) == 0, rows.count < 8 { rows.append(write.newID()) }
            let candidates = rows.filter { isWritable($0, laptop) }
            guard !candidates.isEmpty else { break }
            let id = dice.pick(candidates)
            let (shown, effects) = try Editor(
                write,
                id,
                dice,
                laptop.release,
                words: words
            ).edit()
            done += effects.map { (id, shown, $0) }
        }
        return done
    }

    /// Whether somebody may think of writing the row: its name follows from its content, or nobody
    /// else has drawn it yet, or it was seen.
    private func isWritable(_ row: RecordID, _ laptop: Laptop) -> Bool {
        guard !laptop.erased.contains(row) else { return false }
        return rows.prefix(plan.naturalRows).contains(row) || history.isKnown(row, laptop.seen)
    }

    /// Everybody's phone, or everybody.
    func mass(_ deed: Deed, _ laptop: Laptop, _ dice: Dice) throws -> String {
        let ids = try laptop.replica.map(visible) ?? []
        guard !ids.isEmpty else { return "nobody" }
        try note(deed, laptop)
        let phone = "0\(dice.below(10))"
        let code = try change(laptop, dice) { write in
            let before = try ids.map { try Editor.shown($0, write.database)?.plain ?? [:] }
            if deed == .massDelete {
                try write.database.execute(sql: "DELETE FROM person")
                return zip(ids, before).map { ($0, $1, .delete) }
            }
            try write.database.execute(sql: "UPDATE person SET phone = ?", arguments: [phone])
            return zip(ids, before).compactMap { id, shown in
                shown[PersonSchema.phone] == .text(phone)
                    ? nil : (id, shown, .set([PersonSchema.phone: .text(phone)]))
            }
        }
        try check(laptop)
        return code ?? "\(ids.count) rows"
    }

    private func visible(_ replica: Replica) throws -> [RecordID] {
        try replica.read { database in
            try Data.fetchAll(database, sql: "SELECT id FROM person ORDER BY id")
                .compactMap { RecordID(bytes: $0) }
        }
    }

    /// Somebody decides a conflict; the decision stands in the journal right after it.
    func resolve(_ laptop: Laptop, _ dice: Dice) throws -> String {
        guard let replica = laptop.replica else { return "off" }
        let open = try replica.conflicts()
        guard !open.isEmpty else { return "no conflict" }
        let conflict = dice.pick(open)
        let choice = dice.pick([conflict.shown] + conflict.others).value
        guard let tag = PersonSchema.plain.first(where: { $0.name == conflict.field })?.tag else {
            throw Violation(.specification, "a conflict over \(conflict.field)")
        }
        let before = try replica.read { try Editor.shown(conflict.id, $0)?.plain ?? [:] }
        try replica.resolve(conflict, with: choice, who: "Élie", why: "vu avec la personne")
        let after = try replica.read { try Editor.shown(conflict.id, $0)?.plain ?? [:] }
        let code = try change(laptop, dice) { _ in
            var values = [tag: choice]
            if tag == PersonSchema.mark {
                values[PersonSchema.markedAt] = after[PersonSchema.markedAt]
            }
            return [(conflict.id, before, .set(values))]
        }
        try check(laptop)
        return code ?? "resolved"
    }

    func reopen(_ laptop: Laptop) throws -> String {
        if let code = try refusal(laptop, { try laptop.close() }) { return code }
        laptop.keepImage()
        if let code = try refusal(laptop, { try laptop.open() }) { return code }
        try check(laptop)
        return "reopened"
    }
}
