import Causality
import Foundation
import GRDB
import Records

/// The notes of who decided what, and of what stood there before.
struct DecisionLog {
    /// A version that a decision replaced.
    struct Version {
        /// The field, or ``row`` for the row as a whole.
        let tag: UInt8
        let dot: Dot
        let milliseconds: UInt64
        let value: Value
        let isShown: Bool
    }

    /// What a decision is about and what it did.
    struct Note {
        var kind: String
        var action: String
        var collection: String?
        var id: RecordID?
        var tag: UInt8 = DecisionLog.row
        var after: Value = .null
        /// The write that the decision made; nil where it made none.
        var dot: Dot?
        var versions: [Version] = []
        var undoes: Int64?
    }

    /// The tag that stands for the row as a whole.
    static let row: UInt8 = 0

    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// Notes a decision; its number.
    func append(_ note: Note, who: String, why: String) throws -> Int64 {
        try database.execute(
            kept: """
                INSERT INTO passerelle_decision (kind, action, collection, id, tag, after, place,
                    counter, decided_at, who, why, undoes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                note.kind, note.action, note.collection, note.id?.bytes.data, note.tag,
                note.after.argument,
                note.dot.flatMap { context.progress.sites.place(of: $0.replica) },
                note.dot.map { Int64(bitPattern: $0.counter) },
                Int64(clamping: context.time.milliseconds), who, why, note.undoes,
            ]
        )
        let number = database.lastInsertedRowID
        for version in note.versions { try append(version, to: number) }
        return number
    }

    private func append(_ version: Version, to number: Int64) throws {
        try database.execute(
            kept: """
                INSERT OR IGNORE INTO passerelle_decision_version
                    (decision, tag, place, counter, milliseconds, value, is_shown)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                number, version.tag, context.progress.sites.place(of: version.dot.replica),
                Int64(bitPattern: version.dot.counter), Int64(clamping: version.milliseconds),
                version.value.argument, version.isShown,
            ]
        )
    }

    /// A decision with what it replaced, nil where there is none of that number.
    func note(_ number: Int64) throws -> Note? {
        let row = try Row.fetchOne(
            database,
            kept: "SELECT * FROM passerelle_decision WHERE number = ?",
            arguments: [number]
        )
        guard let row else { return nil }
        return Note(
            kind: row["kind"],
            action: row["action"],
            collection: row["collection"],
            id: (row["id"] as Data?).flatMap { RecordID(bytes: $0) },
            tag: row["tag"],
            after: Value(column: row["after"]),
            dot: dot(row["place"], row["counter"]),
            versions: try versions(of: number),
            undoes: row["undoes"]
        )
    }

    func isUndone(_ number: Int64) throws -> Bool {
        try Bool.fetchOne(
            database,
            kept: "SELECT EXISTS (SELECT 1 FROM passerelle_decision WHERE undoes = ?)",
            arguments: [number]
        ) ?? false
    }

    func all() throws -> [Decision] {
        try Row.fetchAll(database, kept: "SELECT * FROM passerelle_decisions ORDER BY number")
            .map { row in
                Decision(
                    number: row["number"],
                    kind: row["kind"],
                    action: row["action"],
                    collection: row["collection"],
                    id: (row["id"] as Data?).flatMap { RecordID(bytes: $0) },
                    field: row["field"],
                    before: Value(column: row["before"]),
                    after: Value(column: row["after"]),
                    who: row["who"],
                    why: row["why"],
                    milliseconds: UInt64(clamping: row["decided_at"] as Int64),
                    undoes: row["undoes"],
                    undoneBy: row["undone_by"]
                )
            }
    }

    private func versions(of number: Int64) throws -> [Version] {
        try Row.fetchAll(
            database,
            kept: "SELECT * FROM passerelle_decision_version WHERE decision = ?",
            arguments: [number]
        )
        .compactMap { row in
            dot(row["place"], row["counter"]).map { dot in
                Version(
                    tag: row["tag"],
                    dot: dot,
                    milliseconds: UInt64(clamping: row["milliseconds"] as Int64),
                    value: Value(column: row["value"]),
                    isShown: row["is_shown"]
                )
            }
        }
    }

    private func dot(_ place: Int?, _ counter: Int64?) -> Dot? {
        guard let place, let counter, let replica = context.progress.sites.replica(at: place)
        else { return nil }
        return Dot(replica, UInt64(bitPattern: counter))
    }
}
