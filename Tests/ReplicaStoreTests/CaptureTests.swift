import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// What `write { }` captures, and what the store refuses.
struct CaptureTests {
    private struct Person: Codable, FetchableRecord, PersistableRecord {
        static let databaseTableName = "person"
        var id: Data
        var name: String
        var phone: String?
    }

    private let stores: TestStores
    private let replica: Replica

    init() throws {
        stores = try TestStores()
        replica = try stores.make("a", try PeopleSchema.schema())
    }

    @Test func `plain SQL, records of GRDB and record calls are stamped alike`() throws {
        let ids = try replica.write { transaction in
            let ids = (0..<3).map { _ in transaction.newID() }
            try transaction.insert("person", id: ids[0], ["name": "Zoé"])
            try Person(id: Data(ids[1].bytes), name: "Amine").insert(transaction.database)
            try transaction.database.execute(
                sql: "INSERT INTO person (id, name) VALUES (?, 'Lou')",
                arguments: [Data(ids[2].bytes)]
            )
            return ids
        }
        #expect(replica.versionVector[replica.id] == 3)
        try replica.write { transaction in
            try transaction.update("person", id: ids[0], ["phone": "01"])
            var record = try #require(
                try Person.fetchOne(transaction.database, key: Data(ids[1].bytes))
            )
            record.phone = "02"
            try record.update(transaction.database)
            try transaction.database.execute(
                sql: "UPDATE person SET phone = '03' WHERE name = 'Lou'"
            )
        }
        #expect(replica.versionVector[replica.id] == 6)
        let other = try stores.make("b", try PeopleSchema.schema())
        try other.apply(try replica.delta(since: VersionVector()).bytes)
        let phones = try other.read {
            try String.fetchAll($0, sql: "SELECT phone FROM person ORDER BY phone")
        }
        #expect(phones == ["01", "02", "03"])
    }

    @Test func `an update that changes nothing is no write`() throws {
        let id = try replica.write { transaction in
            let id = transaction.newID()
            try transaction.insert("person", id: id, ["name": "Zoé"])
            return id
        }
        try replica.write { transaction in
            try transaction.database.execute(
                sql: "UPDATE person SET name = 'Zoé' WHERE id = ?",
                arguments: [Data(id.bytes)]
            )
        }
        #expect(replica.versionVector[replica.id] == 1)
    }

    @Test func `the fields that one statement changes are one write`() throws {
        try replica.write { transaction in
            for name in ["Zoé", "Lou"] {
                try transaction.insert("person", id: transaction.newID(), ["name": .text(name)])
            }
        }
        try replica.write {
            try $0.database.execute(
                sql: """
                    UPDATE person
                    SET phone = '01', name = name || '!', visits = 3, known_to = '["FT"]'
                    """
            )
        }
        #expect(replica.versionVector[replica.id] == 4)
        let other = try stores.make("b", try PeopleSchema.schema())
        try other.apply(try replica.delta(since: VersionVector()).bytes)
        let rows = try other.read {
            try Row.fetchAll(
                $0,
                sql: "SELECT name, phone, visits, known_to FROM person ORDER BY name"
            ).map { Array($0.databaseValues.map(\.description)) }
        }
        #expect(
            rows == [
                ["\"Lou!\"", "\"01\"", "3", "\"[\\\"FT\\\"]\""],
                ["\"Zoé!\"", "\"01\"", "3", "\"[\\\"FT\\\"]\""],
            ]
        )
    }

    @Test func `a failed transaction leaves no trace, not even a used write number`() throws {
        let failure = #expect(throws: ReplicaError.self) {
            try replica.write { transaction in
                try transaction.insert("person", id: transaction.newID(), ["name": "Zoé"])
                try transaction.insert("person", id: transaction.newID(), ["colour": "red"])
            }
        }
        #expect(failure?.code == .notFound)
        #expect(replica.versionVector.isEmpty)
        try replica.write { transaction in
            try transaction.insert("person", id: transaction.newID(), ["name": "Lou"])
        }
        #expect(replica.versionVector[replica.id] == 1)
    }

    @Test func `a write from outside is refused by name, and reading is allowed`() throws {
        try replica.write { transaction in
            try transaction.insert("person", id: transaction.newID(), ["name": "Zoé"])
        }
        let path = replica.folder + "/" + Replica.fileName
        try replica.close()
        let outsider = try DatabaseQueue(path: path)
        for sql in [
            "INSERT INTO person (id, name) VALUES (randomblob(16), 'X')",
            "UPDATE person SET name = 'X'", "DELETE FROM person",
        ] {
            let refusal = #expect(throws: DatabaseError.self) {
                try outsider.write { try $0.execute(sql: sql) }
            }
            #expect(refusal?.message?.contains("only_passerelle_writes") == true)
        }
        let names = try outsider.read { try String.fetchAll($0, sql: "SELECT name FROM person") }
        #expect(names == ["Zoé"])
    }

    @Test func `a read may not write, and the identity of a row may not change`() throws {
        #expect(throws: ReplicaError.self) {
            try replica.read { try $0.execute(sql: "DELETE FROM person") }
        }
        let mark = "SELECT count(*) FROM passerelle_mark WHERE name = 'essai'"
        let refusal = #expect(throws: ReplicaError.self) {
            try replica.read {
                try $0.execute(
                    sql: "INSERT INTO passerelle_mark (name, value) VALUES ('essai', x'')"
                )
            }
        }
        #expect(refusal?.code == .statement)
        #expect(try replica.read { try Int.fetchOne($0, sql: mark) } == 0)
        #expect(throws: ReplicaError.self) {
            try replica.write { transaction in
                try transaction.insert("person", id: transaction.newID(), ["name": "Zoé"])
                try transaction.database.execute(sql: "UPDATE person SET id = randomblob(16)")
            }
        }
    }

    @Test func `acknowledged writes are on the disk: WAL and synchronous FULL`() throws {
        let (journal, synchronous) = try replica.read { database in
            (
                try String.fetchOne(database, sql: "PRAGMA journal_mode"),
                try Int.fetchOne(database, sql: "PRAGMA synchronous")
            )
        }
        #expect(journal == "wal")
        #expect(synchronous == 2)
    }

    @Test func `the store opens again with all that it knew`() throws {
        let id = try replica.write { transaction in
            let id = transaction.newID()
            try transaction.insert("person", id: id, ["name": "Zoé"])
            return id
        }
        let vector = replica.versionVector
        try replica.close()
        let again = try Replica.open(
            in: replica.folder,
            try PeopleSchema.schema(),
            stores.environment()
        )
        #expect(again.versionVector == vector)
        #expect(again.id == replica.id)
        try again.write { try $0.update("person", id: id, ["phone": "01"]) }
        #expect(again.versionVector[again.id] == 2)
    }
}
