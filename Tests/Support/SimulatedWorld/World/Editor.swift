import Causality
import Foundation
import GRDB
import Records
import ReplicaStore

/// What somebody does to one row inside a transaction, by the record calls or by plain SQL, and what
/// the history is told of it.
struct Editor {
    /// The columns of a row as they are shown.
    struct Shown {
        let plain: [UInt8: Value]
        let members: [String]
        let visits: Int64?
    }

    private let transaction: WriteTransaction
    private let dice: Dice
    private let id: RecordID
    private let release: PersonSchema.Release
    private let words: [String]

    static let words = ["Amélie", "Bilal", "Chloé", "Dinh", "Élie"]

    init(
        _ transaction: WriteTransaction,
        _ id: RecordID,
        _ dice: Dice,
        _ release: PersonSchema.Release,
        words: [String]
    ) {
        self.transaction = transaction
        self.words = words
        self.release = release
        self.id = id
        self.dice = dice
    }

    private var database: Database { transaction.database }

    /// Does something to the row; what it was shown as before, and what was done.
    func edit() throws -> (shown: [UInt8: Value], effects: [Effect]) {
        guard let shown = try Self.shown(id, database) else {
            return ([:], [complete(try insert())])
        }
        return (shown.plain, try change(shown).map(complete))
    }

    /// An insertion writes every field with one value that its author's version knows.
    private func complete(_ effect: Effect) -> Effect {
        guard case .insert(var values, let members, let counter) = effect else { return effect }
        for (tag, _) in PersonSchema.plain(release) where values[tag] == nil {
            values.updateValue(.null, forKey: tag)
        }
        return .insert(values, members: members, counter: counter)
    }

    static func shown(_ id: RecordID, _ database: Database) throws -> Shown? {
        let sql = "SELECT * FROM person WHERE id = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [Data(id.bytes)]).map(shown)
    }

    static func shown(_ row: Row) -> Shown {
        var plain: [UInt8: Value] = [:]
        for (tag, name) in PersonSchema.plain where row.hasColumn(name) {
            plain[tag] = value(row, name)
        }
        return Shown(
            plain: plain,
            members: TextSet.members(Value(row["known_to"] as String?)) ?? [],
            visits: row["visits"]
        )
    }

    static func value(_ row: Row, _ column: String) -> Value {
        switch (row[column] as DatabaseValue).storage {
        case .int64(let number): .integer(number)
        case .string(let text): .text(text)
        default: .null
        }
    }

    // MARK: A row that is not there

    private func insert() throws -> Effect {
        let name = text()
        var values: [UInt8: Value] = [PersonSchema.name: name]
        var members: [String] = []
        switch dice.below(4) {
        case 0:
            members = [dice.pick(["FT", "ML"])]
            try transaction.insert(
                PersonSchema.person,
                id: id,
                ["name": name, "known_to": TextSet.column(members), "visits": 2]
            )
            return .insert(values, members: members, counter: 2)
        case 1:
            values[PersonSchema.phone] = text()
            try run("INSERT INTO person (id, name, phone) VALUES (?1, ?2, ?3)", values)
        case 2: try upsert(name)
        default: try transaction.insert(PersonSchema.person, id: id, ["name": name])
        }
        return .insert(values, members: members, counter: 0)
    }

    // MARK: A row that is there

    private func change(_ shown: Shown) throws -> [Effect] {
        switch dice.below(14) {
        case 0, 1: return try delete()
        case 2: return try record(PersonSchema.name)
        case 3: return try record(PersonSchema.phone)
        case 4: return try free("UPDATE person SET phone = ?2 WHERE id = ?1", shown)
        case 5:
            return try free(
                """
                UPDATE person SET phone = new.phone
                FROM (SELECT ?1 AS id, ?2 AS phone) AS new WHERE person.id = new.id
                """,
                shown
            )
        case 6:
            let name = text()
            try upsert(name)
            return shown.plain[PersonSchema.name] == name ? [] : [.set([PersonSchema.name: name])]
        case 7: return try replace()
        case 8: return try mark(shown)
        case 9:
            return release == .newer ? try record(PersonSchema.email) : try mark(shown)
        case 10: return try add(shown)
        case 11: return try remove(shown)
        case 12: return try takeBack()
        default: return try count(shown)
        }
    }

    private func delete() throws -> [Effect] {
        if dice.flip() {
            try transaction.delete(PersonSchema.person, id: id)
        } else {
            try database.execute(
                sql: "DELETE FROM person WHERE id = ?",
                arguments: [Data(id.bytes)]
            )
        }
        return [.delete]
    }

    private func record(_ tag: UInt8) throws -> [Effect] {
        let value = dice.below(8) == 0 ? Value.null : text()
        try transaction.update(
            PersonSchema.person,
            id: id,
            [PersonSchema.plain.first { $0.tag == tag }?.name ?? "": value]
        )
        return [.set([tag: value])]
    }

    /// Plain SQL that leaves a value as it was is no write.
    private func free(_ sql: String, _ shown: Shown) throws -> [Effect] {
        let value = text()
        try run(sql, [PersonSchema.phone: value])
        return shown.plain[PersonSchema.phone] == value
            ? [] : [.set([PersonSchema.phone: value])]
    }

    private func upsert(_ name: Value) throws {
        try run(
            """
            INSERT INTO person (id, name) VALUES (?1, ?2)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name
            """,
            [PersonSchema.name: name]
        )
    }

    private func replace() throws -> [Effect] {
        let values = [PersonSchema.name: text(), PersonSchema.phone: text()]
        try run("REPLACE INTO person (id, name, phone) VALUES (?1, ?2, ?3)", values)
        return [.insert(values, members: [], counter: 0)]
    }

    private func mark(_ shown: Shown) throws -> [Effect] {
        let mark = Value.text(dice.pick(PersonSchema.marks))
        let time = Value.integer(Int64(dice.below(1_000)))
        try transaction.update(PersonSchema.person, id: id, ["mark": mark, "marked_at": time])
        return [.set([PersonSchema.mark: mark, PersonSchema.markedAt: time])]
    }

    private func add(_ shown: Shown) throws -> [Effect] {
        let member = dice.pick(["FT", "ML", "CCAS", "é"])
        guard !shown.members.contains(member) else { return [] }
        try write(TextSet.column(shown.members + [member]))
        return [.members(added: [member], removed: [])]
    }

    private func remove(_ shown: Shown) throws -> [Effect] {
        guard !shown.members.isEmpty else { return try add(shown) }
        let member = dice.pick(shown.members)
        try write(TextSet.column(shown.members.filter { $0 != member }))
        return [.members(added: [], removed: [member])]
    }

    private func write(_ members: Value) throws {
        if dice.flip() {
            try transaction.update(PersonSchema.person, id: id, ["known_to": members])
        } else {
            try run("UPDATE person SET known_to = ?2 WHERE id = ?1", [4: members])
        }
    }

    private func count(_ shown: Shown) throws -> [Effect] {
        let change: Int64 = dice.below(4) == 0 ? -1 : 1 + Int64(dice.below(2))
        if dice.flip() {
            let visits = Value.integer((shown.visits ?? 0) + change)
            try transaction.update(PersonSchema.person, id: id, ["visits": visits])
        } else {
            try database.execute(
                sql: "UPDATE person SET visits = coalesce(visits, 0) + ? WHERE id = ?",
                arguments: [change, Data(id.bytes)]
            )
        }
        return [.count(change)]
    }

    /// A savepoint that is rolled back: nothing was done.
    private func takeBack() throws -> [Effect] {
        try database.inSavepoint {
            _ = try record(PersonSchema.name)
            _ = try delete()
            return .rollback
        }
        return []
    }

    // MARK: Words

    private func text() -> Value { .text(dice.pick(words)) }

    private func run(_ sql: String, _ values: [UInt8: Value]) throws {
        var arguments: StatementArguments = [Data(id.bytes)]
        for tag in values.keys.sorted() {
            if case .text(let text)? = values[tag] {
                arguments += [text]
            } else {
                arguments += [nil as String?]
            }
        }
        try database.execute(sql: sql, arguments: arguments)
    }
}
