import Causality
import Foundation
import GRDB
import Records

extension Replica {
    /// The fields whose concurrent versions hold different values, oldest row first.
    ///
    /// Versions that say the same are no conflict: two agents ticked the same person.
    public func inbox() throws -> [Conflict] {
        try mapped {
            try queue.inDatabase { database in try Inbox(database, context).conflicts() }
        }
    }

    /// The conflicts of one field of one row, nil where there is none.
    public func conflict(_ collection: String, _ id: RecordID, _ field: String) throws -> Conflict?
    {
        try inbox().first { $0.collection == collection && $0.id == id && $0.field == field }
    }

    /// Decides a conflict: writes the value anew, so that it replaces every version, and notes who
    /// decided and why.
    ///
    /// - Throws: ``ReplicaError`` with `not-found` where the field has no conflict (any more).
    public func resolve(
        _ conflict: Conflict,
        with value: Value,
        who: String,
        why: String
    ) throws {
        try write { transaction in
            let inbox = Inbox(transaction.database, context)
            let layout = try context.layout(named: conflict.collection)
            guard let field = layout.collection.field(named: conflict.field),
                try inbox.conflicts().contains(conflict)
            else {
                throw ReplicaError(
                    .notFound,
                    "that conflict is settled already, or has changed: list them again"
                )
            }
            var values = try inbox.followers(of: conflict, where: value, in: layout)
            values[conflict.field] = value
            try transaction.update(conflict.collection, id: conflict.id, values)
            try transaction.database.execute(
                sql: """
                    INSERT INTO passerelle_decision (collection, id, tag, decided_at, who, why)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    conflict.collection, conflict.id.bytes.data, field.tag,
                    Int64(clamping: transaction.milliseconds), who, why,
                ]
            )
        }
    }
}

/// Reads the conflicts of a store.
struct Inbox {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    func conflicts() throws -> [Conflict] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT DISTINCT collection, id FROM passerelle_sibling ORDER BY id, collection"
        )
        return try rows.flatMap { row -> [Conflict] in
            guard let id = RecordID(bytes: row["id"] as Data) else { return [] }
            return try conflicts(of: id, in: try context.layout(named: row["collection"]))
        }
    }

    /// What was written together with the chosen version, in the fields that follow.
    func followers(
        of conflict: Conflict,
        where value: Value,
        in layout: CollectionLayout
    ) throws -> [String: Value] {
        let chosen = ([conflict.shown] + conflict.others.reversed()).first { $0.value == value }
        guard let dot = chosen?.dot, dot != conflict.shown.dot else { return [:] }
        let hidden = try Siblings(database, context).of(conflict.id.bytes, in: layout)
        return layout.fields.filter { $0.rule.leader == conflict.field }
            .reduce(into: [:]) { $0[$1.name] = hidden[Siblings.Key(tag: $1.tag, dot: dot)] }
    }

    private func conflicts(of id: RecordID, in layout: CollectionLayout) throws -> [Conflict] {
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
