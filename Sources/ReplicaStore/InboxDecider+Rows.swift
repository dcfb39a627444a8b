import Causality
import Foundation
import GRDB
import Records

extension InboxDecider {
    /// Lets the row stay, or come back.
    func keepRow() throws -> DecisionLog.Note {
        let row = try row()
        return note(of: row, dot: try row.bringBack(), after: "edited")
    }

    func deleteRow() throws -> DecisionLog.Note {
        let row = try row()
        var note = note(of: row, dot: try row.delete(transaction), after: "deleted")
        note.versions += row.content
        return note
    }

    private func note(of row: InboxRow, dot: Dot, after: Value) -> DecisionLog.Note {
        let before = DecisionLog.Version(
            tag: DecisionLog.row,
            dot: dot,
            milliseconds: context.time.milliseconds,
            value: row.place == .table ? "edited" : "deleted",
            isShown: true
        )
        var note = note
        (note.after, note.dot, note.versions) = (after, dot, [before])
        return note
    }

    /// Takes the line out of sight, here only.
    func dismiss() throws -> DecisionLog.Note {
        var note = note
        note.action = Resolution.dismiss.action
        switch line.kind {
        case .twins: note.after = line.number.map(Value.integer) ?? .null
        case .suspiciousClock: note.dot = line.writer.map { Dot($0, 0) }
        case .rescued:
            let row = try row()
            let field = try field(of: row)
            note.tag = field.tag
            note.versions = try rescued(of: row).filter { $0.number == line.number }
                .map(\.version)
            try removeRescued(line.number)
        case .reopened:
            try transaction.database.execute(
                kept: "DELETE FROM passerelle_reopened WHERE number = ?",
                arguments: [line.number]
            )
        case .deletedAndEdited, .concurrent: break
        }
        try Dismissal.set(true, of: note, transaction.database, context)
        return note
    }

    /// Makes a rescued write; all that was rescued of a row, where the row is gone.
    func adopt() throws -> DecisionLog.Note {
        let row = try row()
        let rescued = try rescued(of: row)
        guard row.place == .table else { return try adoptRow(row, rescued) }
        let field = try field(of: row)
        guard let version = rescued.first(where: { $0.number == line.number })?.version else {
            throw Self.settledAlready
        }
        let value = try Self.merged(version.value, into: row.value(of: field), of: field)
        var versions = row.versions(of: field)
        if versions.isEmpty {
            versions = [Self.shown(row.value(of: field), of: field, by: version.dot)]
        }
        try transaction.update(row.layout.name, id: row.id, [field.name: value])
        try removeRescued(line.number)
        var note = note
        (note.tag, note.after, note.dot) = (field.tag, value, lastDot)
        note.versions = versions + (field.rule.isComposite ? [] : [version])
        return note
    }

    /// Makes the row again, of all that was rescued; of each field the latest.
    private func adoptRow(
        _ row: InboxRow,
        _ rescued: [(number: Int64, version: DecisionLog.Version)]
    ) throws -> DecisionLog.Note {
        var values: [String: Value] = [:]
        for (number, version) in rescued {
            if let field = row.layout.collection.field(tag: version.tag) {
                values[field.name] = try Self.merged(
                    version.value,
                    into: values[field.name] ?? .null,
                    of: field
                )
            }
            try removeRescued(number)
        }
        try transaction.insert(row.layout.name, id: row.id, values)
        var note = note(of: row, dot: lastDot, after: "edited")
        note.versions += rescued.map(\.version)
        return note
    }

    /// A rescued value put into what a field shows: a set is joined, a counter added up.
    private static func merged(
        _ rescued: Value,
        into shown: Value,
        of field: Field
    ) throws -> Value {
        switch (field.rule, shown, rescued) {
        case (.set, _, _):
            return TextSet.column(
                (TextSet.members(shown) ?? []) + (TextSet.members(rescued) ?? [])
            )
        case (.counter, .integer(let shown), .integer(let change)):
            let (sum, overflow) = shown.addingReportingOverflow(change)
            guard !overflow else { throw ReplicaError(.badValue, "a counter moved too far") }
            return .integer(sum)
        default: return rescued
        }
    }

    /// What a field of many cells shows: it has no version of its own, and borrows a name.
    private static func shown(_ value: Value, of field: Field, by dot: Dot) -> DecisionLog.Version {
        DecisionLog.Version(
            tag: field.tag,
            dot: Dot(dot.replica, 0),
            milliseconds: 0,
            value: value,
            isShown: true
        )
    }

    /// What was rescued of a row, oldest first.
    private func rescued(
        of row: InboxRow
    ) throws -> [(number: Int64, version: DecisionLog.Version)] {
        try Row.fetchAll(
            transaction.database,
            kept: """
                SELECT * FROM passerelle_rescued WHERE collection = ? AND id = ?
                ORDER BY milliseconds, place, counter, number
                """,
            arguments: [row.layout.name, row.id.bytes.data]
        )
        .compactMap { found in
            guard let replica = context.progress.sites.replica(at: found["place"]) else {
                return nil
            }
            let version = DecisionLog.Version(
                tag: found["tag"],
                dot: Dot(replica, UInt64(bitPattern: found["counter"] as Int64)),
                milliseconds: UInt64(clamping: found["milliseconds"] as Int64),
                value: Value(column: found["value"]),
                isShown: false
            )
            return (found["number"], version)
        }
    }

    private func removeRescued(_ number: Int64?) throws {
        try transaction.database.execute(
            kept: "DELETE FROM passerelle_rescued WHERE number = ?",
            arguments: [number]
        )
    }
}
