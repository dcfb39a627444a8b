import Causality
import Foundation
import GRDB
import Records

/// Carries out what somebody decided about one line of the inbox, and notes it.
struct InboxDecider {
    let transaction: WriteTransaction
    let line: InboxEntry
    private let resolution: Resolution

    static let settledAlready = ReplicaError(
        .notFound,
        "that line is settled already, or has changed: list them again"
    )

    init(
        _ transaction: WriteTransaction,
        _ line: InboxEntry,
        _ resolution: Resolution
    ) throws {
        self.transaction = transaction
        self.line = line
        self.resolution = resolution
        let row = line.collection.flatMap { collection in line.id.map { (collection, $0) } }
        guard try Inbox(transaction.database, transaction.context).entries(of: row).contains(line)
        else { throw Self.settledAlready }
    }

    var context: StoreContext { transaction.context }

    /// A note about the line, for what is done to be told in.
    var note: DecisionLog.Note {
        DecisionLog.Note(
            kind: line.kind.rawValue,
            action: resolution.action,
            collection: line.collection,
            id: line.id
        )
    }

    /// Decides; the number of the decision.
    func decide(who: String, why: String) throws -> Int64 {
        try DecisionLog(transaction.database, context).append(try act(), who: who, why: why)
    }

    private func act() throws -> DecisionLog.Note {
        switch (line.kind, resolution) {
        case (.concurrent, .keep), (.reopened, .keep): return try write(line.shown)
        case (.concurrent, .write(let value)), (.reopened, .write(let value)),
            (.twins, .write(let value)):
            return try write(value)
        case (.deletedAndEdited, .keep): return try keepRow()
        case (.deletedAndEdited, .delete), (.twins, .delete): return try deleteRow()
        case (.rescued, .adopt): return try adopt()
        case (.twins, .keep), (.twins, .dismiss), (.deletedAndEdited, .dismiss),
            (.suspiciousClock, .dismiss), (.rescued, .dismiss), (.reopened, .dismiss):
            return try dismiss()
        case (.concurrent, _), (.deletedAndEdited, _), (.twins, _), (.suspiciousClock, _),
            (.rescued, _), (.reopened, _):
            throw ReplicaError(
                .badValue,
                "a line ‘\(line.kind.rawValue)’ is not decided by ‘\(resolution.action)’"
            )
        }
    }

    /// The row that the line is about.
    func row() throws -> InboxRow {
        guard let collection = line.collection, let id = line.id else {
            throw Self.settledAlready
        }
        return try InboxRow(transaction, collection, id)
    }

    /// The one field that the line is about.
    func field(of row: InboxRow) throws -> Field {
        guard let field = line.field.flatMap({ row.layout.collection.field(named: $0) }) else {
            throw ReplicaError(
                .badValue,
                "the line is about several fields: write them, then dismiss it"
            )
        }
        return field
    }

    /// The write that was made last, in this transaction.
    var lastDot: Dot { Dot(context.own, context.progress.counter) }

    /// Writes a value; the fields that follow take what was written with it.
    private func write(_ value: Value) throws -> DecisionLog.Note {
        let row = try row()
        let field = try field(of: row)
        let versions = try row.versions(of: field) + reopened(row.company(of: field))
        var values = Self.followers(of: field, where: value, among: versions, in: row)
        values[field.name] = value
        try transaction.update(row.layout.name, id: row.id, values)
        var note = note
        (note.tag, note.after, note.dot, note.versions) = (field.tag, value, lastDot, versions)
        return note
    }

    /// What was written together with the chosen version, in the fields that follow.
    private static func followers(
        of field: Field,
        where value: Value,
        among versions: [DecisionLog.Version],
        in row: InboxRow
    ) -> [String: Value] {
        let own = versions.filter { $0.tag == field.tag && $0.value == value }
        guard let chosen = own.last, !own.contains(where: \.isShown) else { return [:] }
        return row.company(of: field).dropFirst().reduce(into: [:]) { values, follower in
            values[follower.name] =
                versions.first { $0.tag == follower.tag && $0.dot == chosen.dot }?.value
        }
    }

    /// The versions of the fields that an undone decision had set aside.
    private func reopened(_ fields: [Field]) throws -> [DecisionLog.Version] {
        guard let id = line.id else { return [] }
        let rows = try Row.fetchAll(
            transaction.database,
            kept: "SELECT * FROM passerelle_reopened WHERE collection = ? AND id = ?",
            arguments: [line.collection, id.bytes.data]
        )
        return rows.compactMap { row in
            guard let replica = context.progress.sites.replica(at: row["place"]),
                fields.contains(where: { $0.tag == row["tag"] as UInt8 })
            else { return nil }
            return DecisionLog.Version(
                tag: row["tag"],
                dot: Dot(replica, UInt64(bitPattern: row["counter"] as Int64)),
                milliseconds: UInt64(clamping: row["milliseconds"] as Int64),
                value: Value(column: row["value"]),
                isShown: false
            )
        }
    }
}
