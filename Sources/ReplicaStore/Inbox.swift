import Causality
import Foundation
import GRDB
import Records

/// Reads the conflicts of a store, and the lines of its inbox.
struct Inbox {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// The lines of the inbox; where a row is named, of that row alone.
    func entries(of row: (collection: String, id: RecordID)? = nil) throws -> [InboxEntry] {
        let filter = row == nil ? "" : " WHERE collection = ?1 AND id = ?2"
        return try Row.fetchAll(
            database,
            kept: """
                SELECT * FROM passerelle_inbox\(filter)
                ORDER BY id, collection, kind, field, milliseconds, number, writer, other
                """,
            arguments: row.map { [$0.collection, $0.id.bytes.data] } ?? []
        )
        .map { row in
            guard let kind = InboxEntry.Kind(rawValue: row["kind"]) else {
                throw ReplicaError(.damaged, "a line of the inbox is of no kind: restore a backup")
            }
            return InboxEntry(
                kind: kind,
                collection: row["collection"],
                id: (row["id"] as Data?).flatMap { RecordID(bytes: $0) },
                field: row["field"],
                shown: Value(column: row["shown"]),
                other: Value(column: row["other"]),
                writer: (row["writer"] as String?).flatMap(RecordID.init)
                    .flatMap { ReplicaID(bytes: $0.bytes) },
                milliseconds: (row["milliseconds"] as Int64?).map { UInt64(clamping: $0) },
                isSettled: row["is_settled"],
                number: row["number"]
            )
        }
    }

    func conflicts() throws -> [Conflict] {
        let rows = try Row.fetchAll(
            database,
            kept: "SELECT DISTINCT collection, id FROM passerelle_sibling ORDER BY id, collection"
        )
        return try rows.flatMap { row -> [Conflict] in
            guard let id = RecordID(bytes: row["id"] as Data) else { return [] }
            return try conflicts(of: id, in: try context.layout(named: row["collection"]))
        }
    }

    func conflicts(of id: RecordID, in layout: CollectionLayout) throws -> [Conflict] {
        let rows = try RowStatements(database, context, layout)
        let (clock, place) = try rows.clock(of: id.bytes)
        guard place == .table else { return [] }
        let shown = try rows.values(of: id.bytes, at: place)
        let hidden = try Siblings(database, context).of(id.bytes, in: layout)
        return layout.fields.enumerated().compactMap { position, field in
            let others = clock.versions(of: field.tag).compactMap { entry in
                hidden[Siblings.Key(tag: field.tag, dot: entry.dot)]
                    .map { Conflict.Version(value: $0, dot: entry.dot, time: entry.time) }
            }
            guard field.rule.leader == nil, others.contains(where: { $0.value != shown[position] }),
                let winner = clock.versions(of: field.tag)
                    .last(where: { hidden[Siblings.Key(tag: field.tag, dot: $0.dot)] == nil })
            else { return nil }
            let rank = field.rule.rank(of: shown[position])
            return Conflict(
                collection: layout.name,
                id: id,
                field: field.name,
                shown: Conflict.Version(
                    value: shown[position],
                    dot: winner.dot,
                    time: winner.time
                ),
                others: others,
                isSettledByRank: others.filter { $0.value != shown[position] }
                    .allSatisfy { field.rule.rank(of: $0.value) < rank }
            )
        }
    }
}
