import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// While many rows are written the triggers are off, and nobody notices but by the time it takes.
struct TriggerSwitchTests {
    private static let rows = 5_000

    private let stores: TestStores
    private let a: Replica
    private let b: Replica
    private let ids: [RecordID]

    init() throws {
        stores = try TestStores()
        a = try stores.make("a", try PeopleSchema.schema())
        b = try stores.make("b", try PeopleSchema.schema())
        ids = try a.write { transaction in
            let inserter = try transaction.inserter("person", ["name", "phone"])
            return try (0..<Self.rows).map { number in
                let id = transaction.newID()
                try inserter.insert(id, [.text("P\(number)"), "01"])
                return id
            }
        }
    }

    private func update(_ transaction: WriteTransaction, _ phone: Value) throws {
        let updater = try transaction.updater("person", ["phone"])
        for id in ids { try updater.update(id, [phone]) }
    }

    private func expectSame() throws {
        try b.apply(try a.delta(since: b.versionVector).bytes)
        let rows = try Self.rows(a)
        #expect(try Self.rows(b) == rows)
        #expect(try a.digests().counted == a.digests().kept)
        #expect(try b.digests().counted == a.digests().kept)
        #expect(try b.digests().kept == a.digests().kept)
    }

    private static func rows(_ replica: Replica) throws -> [Row] {
        try replica.read { try Row.fetchAll($0, sql: "SELECT id, name, phone FROM person") }
    }

    @Test func `free SQL after many record updates is stamped`() throws {
        try a.write { transaction in
            try update(transaction, "02")
            try transaction.database.execute(sql: "UPDATE person SET name = name || '+'")
            try update(transaction, "03")
            try transaction.delete("person", id: ids[0])
        }
        try expectSame()
        let values = try b.read {
            try Row.fetchAll($0, sql: "SELECT DISTINCT phone, substr(name, -1) AS last FROM person")
        }
        #expect(values.map { $0["phone"] as String } == ["03"])
        #expect(values.map { $0["last"] as String } == ["+"])
    }

    @Test func `records deleted and inserted after many updates are captured`() throws {
        try a.write { transaction in
            try update(transaction, "02")
            try transaction.delete("person", id: ids[1])
            try transaction.insert(
                "person",
                id: transaction.newID(),
                ["name": "Zoé", "known_to": .text("[\"ML\"]"), "visits": 2]
            )
        }
        try a.write { try $0.database.execute(sql: "UPDATE person SET phone = '04'") }
        try expectSame()
        #expect(
            try b.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM person") } == Self.rows
        )
    }

    @Test func `a write through a connection kept from elsewhere is refused, and all with it`()
        throws
    {
        let kept = try a.write { $0.database }
        let before = a.versionVector
        #expect(throws: ReplicaError.self) {
            try a.write { transaction in
                try update(transaction, "02")
                try kept.execute(sql: "UPDATE person SET phone = '05' WHERE name = 'P7'")
            }
        }
        #expect(a.versionVector == before)
        #expect(
            try a.read { try String.fetchAll($0, sql: "SELECT DISTINCT phone FROM person") } == [
                "01"
            ]
        )
        try a.write { try $0.database.execute(sql: "UPDATE person SET phone = '06'") }
        try expectSame()
    }

    @Test func `an application that fails leaves nothing, and the triggers on`() throws {
        let delta = try a.delta(since: VersionVector()).bytes
        #expect(throws: (any Error).self) { try b.apply(Array(delta.dropLast(20))) }
        #expect(try Self.rows(b).isEmpty)
        let id = try b.write { transaction in
            let id = transaction.newID()
            try transaction.insert("person", id: id, ["name": "Lou"])
            return id
        }
        let before = b.versionVector
        try b.write { try $0.database.execute(sql: "UPDATE person SET phone = '07'") }
        #expect(try b.delta(since: before).rowCount == 1)
        try b.write { try $0.database.execute(sql: "DELETE FROM person") }
        try a.apply(try b.delta(since: VersionVector()).bytes)
        #expect(try Self.rows(a).count == Self.rows)
        #expect(try !Self.rows(a).contains { ($0["id"] as Data) == Data(id.bytes) })
    }

    @Test func `an application's own trigger goes on firing`() throws {
        for replica in [a, b] {
            try replica.write { transaction in
                try transaction.database.execute(
                    sql: """
                        CREATE TABLE seen (id BLOB PRIMARY KEY, times INTEGER);
                        CREATE TRIGGER note_change AFTER UPDATE OF phone ON person BEGIN
                            UPDATE seen SET times = times + 1 WHERE id = NEW.id;
                        END;
                        CREATE TRIGGER note_new AFTER INSERT ON person BEGIN
                            INSERT INTO seen VALUES (NEW.id, 0);
                        END;
                        INSERT INTO seen SELECT id, 0 FROM person;
                        """
                )
            }
        }
        try b.apply(try a.delta(since: VersionVector()).bytes)
        try a.write { try update($0, "02") }
        try expectSame()
        for replica in [a, b] {
            let counts = try replica.read {
                try Row.fetchAll($0, sql: "SELECT times, count(*) AS rows FROM seen GROUP BY times")
            }
            #expect(counts.map { $0["times"] as Int } == [1])
            #expect(counts.map { $0["rows"] as Int } == [Self.rows])
        }
    }
}
