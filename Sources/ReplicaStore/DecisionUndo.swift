import Causality
import Foundation
import GRDB
import Records

/// Undoes one decision, where nobody wrote since.
struct DecisionUndo {
    private let transaction: WriteTransaction
    private let number: Int64
    private let made: DecisionLog.Note

    init(_ transaction: WriteTransaction, _ number: Int64) throws {
        self.transaction = transaction
        self.number = number
        let log = DecisionLog(transaction.database, transaction.context)
        guard let made = try log.note(number) else {
            throw ReplicaError(.notFound, "there is no decision \(number): list them again")
        }
        guard try !log.isUndone(number) else {
            throw ReplicaError(.superseded, "decision \(number) was undone already")
        }
        self.made = made
    }

    /// Undoes it; the number of the decision to undo.
    func run(who: String, why: String) throws -> Int64 {
        var note: DecisionLog.Note
        switch made.action {
        case "undo": throw irrevocable
        case "dismiss": note = try show()
        case _ where made.tag == DecisionLog.row: note = try undoRow()
        default: note = try undoField()
        }
        note.undoes = number
        return try DecisionLog(transaction.database, context).append(note, who: who, why: why)
    }

    private var context: StoreContext { transaction.context }

    private var irrevocable: ReplicaError {
        ReplicaError(.superseded, "decision \(number) left nothing to undo: write what is right")
    }

    private var overwritten: ReplicaError {
        ReplicaError(
            .superseded,
            "somebody wrote since decision \(number): it stands; write what is right"
        )
    }

    private var note: DecisionLog.Note {
        DecisionLog.Note(kind: made.kind, action: "undo", collection: made.collection, id: made.id)
    }

    private func row() throws -> InboxRow {
        guard let collection = made.collection, let id = made.id else { throw irrevocable }
        return try InboxRow(transaction, collection, id)
    }

    /// Lists a dismissed line again.
    private func show() throws -> DecisionLog.Note {
        if made.kind == InboxEntry.Kind.rescued.rawValue {
            for version in made.versions { try rescue(version) }
            return note
        }
        guard try Dismissal.set(false, of: made, transaction.database, context) else {
            throw irrevocable
        }
        return note
    }

    /// Writes what the field showed, and lists again what was set aside.
    private func undoField() throws -> DecisionLog.Note {
        let row = try row()
        guard let field = row.layout.collection.field(tag: made.tag) else { throw irrevocable }
        let isUntouched =
            field.rule.isComposite
            ? row.value(of: field) == made.after
            : row.clock.versions(of: field.tag).map(\.dot) == [made.dot]
        guard row.place == .table, isUntouched else { throw overwritten }
        let values = values(row.layout)
        guard let before = values[field.name] else { throw irrevocable }
        var note = note
        (note.tag, note.after, note.versions) = (field.tag, before, row.versions(of: field))
        try transaction.update(row.layout.name, id: row.id, values)
        let dot = Dot(context.own, context.progress.counter)
        note.dot = dot
        for version in made.versions where !version.isShown {
            try row.reopen(version, until: dot)
        }
        return note
    }

    /// What was shown before, by the name of the field.
    private func values(_ layout: CollectionLayout) -> [String: Value] {
        var values: [String: Value] = [:]
        for version in made.versions where version.isShown {
            if let field = layout.collection.field(tag: version.tag) {
                values[field.name] = version.value
            }
        }
        return values
    }

    /// Lets a row go that came, or come back that went.
    private func undoRow() throws -> DecisionLog.Note {
        let row = try row()
        var note = note
        let before = made.versions.first { $0.tag == DecisionLog.row }?.value
        guard let before, before != made.after else { throw irrevocable }
        (note.after, note.versions) = (before, [])
        if made.after == "deleted" {
            // Once every replica has seen the deletion, the row is freed, and made again.
            if row.place == .nowhere {
                try transaction.insert(row.layout.name, id: row.id, values(row.layout))
                note.dot = Dot(context.own, context.progress.counter)
                return note
            }
            let deletions = row.clock.entries.filter { $0.fields.contains(.deletion) }
            guard row.place == .grave, deletions.map(\.dot) == [made.dot] else {
                throw overwritten
            }
            note.dot = try row.bringBack()
            return note
        }
        let writes = row.clock.entries.filter { $0.fields.contains(.row) }
        guard row.place == .table, writes.map(\.dot) == [made.dot] else { throw overwritten }
        note.dot = try row.delete(transaction)
        for version in made.versions where version.tag != DecisionLog.row { try rescue(version) }
        return note
    }

    /// Lists a rescued write again.
    private func rescue(_ version: DecisionLog.Version) throws {
        try transaction.database.execute(
            sql: """
                INSERT INTO passerelle_rescued (collection, id, tag, value, place, counter,
                    milliseconds, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                made.collection, made.id?.bytes.data, version.tag, version.value.argument,
                context.progress.sites.place(of: version.dot.replica),
                Int64(bitPattern: version.dot.counter), Int64(clamping: version.milliseconds),
                "decision \(number) was undone",
            ]
        )
    }
}
