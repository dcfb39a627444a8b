import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// What a repair saves of a damaged store, and what it says of the rest.
struct RepairTests {
    private let stores: TestStores
    private let schema: Schema
    private let a: Replica
    private let b: Replica
    private let path: String

    init() throws {
        stores = try TestStores(seed: 31)
        schema = try PeopleSchema.schema()
        a = try stores.make("a", schema)
        b = try stores.make("b", schema)
        path = a.folder + "/" + Replica.fileName
        try a.write { transaction in
            for number in 0..<400 {
                let values: [String: Value] = [
                    "name": .text("Personne \(number)"), "visits": 2,
                    "known_to": TextSet.column(["FT", "ML \(number % 7)"]),
                ]
                try transaction.insert("person", id: Self.id(number), values)
            }
        }
        try exchange()
        for (replica, phone) in [(a, "01"), (b, "02")] {
            try replica.write { transaction in
                for number in 0..<20 {
                    try transaction.update("person", id: Self.id(number), ["phone": .text(phone)])
                }
            }
        }
        try exchange()
        try a.write { transaction in
            for number in 380..<400 { try transaction.delete("person", id: Self.id(number)) }
        }
    }

    private static func id(_ number: Int) -> RecordID {
        .natural("person", [UInt8(number / 256), UInt8(number % 256)])
    }

    private static func sql(_ number: Int) -> String {
        "x'" + id(number).description.replacingOccurrences(of: "-", with: "") + "'"
    }

    /// Every row and concurrent version, values and clocks.
    private static func content(_ replica: Replica) throws -> [Row] {
        try replica.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM person ORDER BY id")
                + Row.fetchAll(database, sql: "SELECT * FROM passerelle_grave ORDER BY id")
                + Row.fetchAll(database, sql: "SELECT * FROM passerelle_sibling ORDER BY id")
        }
    }

    private func exchange() throws {
        for (from, to) in [(a, b), (b, a)] {
            try to.apply(try from.delta(since: to.versionVector).bytes)
        }
    }

    private func repair(_ path: String, into name: String) throws -> (RepairReport, Replica) {
        let folder = try stores.folder.folder(name)
        let report = try Replica.repair(path, into: folder, schema, stores.environment())
        return (report, try Replica.open(in: folder, schema, stores.environment()))
    }

    /// Lets another program work in the closed store, without its triggers.
    private func damage(_ sql: String) throws {
        try a.close()
        let outsider = try DatabaseQueue(path: path)
        try outsider.write { database in
            let triggers = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
            )
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \"\(trigger)\"") }
            try database.execute(sql: sql)
        }
        try outsider.close()
    }

    @Test func `a sound store is kept whole, and its file is as it was`() throws {
        let content = try Self.content(a)
        try a.write {
            try $0.database.execute(
                sql: """
                    CREATE TABLE draft (number INTEGER PRIMARY KEY, note TEXT) STRICT;
                    CREATE INDEX draft_by_note ON draft (note);
                    INSERT INTO draft VALUES (1, 'un'), (2, 'deux');
                    CREATE VIRTUAL TABLE search USING fts5(name);
                    """
            )
        }
        try a.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let (report, repaired) = try repair(path, into: "r")
        #expect(report.isComplete)
        #expect(report.rows == 400)
        #expect(report.toRebuild == ["search"])
        #expect(try Self.content(repaired) == content)
        #expect(try repaired.inbox().count == b.inbox().count)
        let notes = try repaired.read {
            try String.fetchAll($0, sql: "SELECT note FROM draft ORDER BY number")
        }
        #expect(notes == ["un", "deux"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        try repaired.close()
        let (again, twice) = try repair(repaired.folder + "/" + Replica.fileName, into: "s")
        #expect(again.isComplete)
        #expect(try Self.content(twice) == content)
    }

    @Test func `what can be made anew is made anew`() throws {
        let vector = a.versionVector
        try damage(
            """
            UPDATE person SET visits = 99, known_to = NULL;
            DROP INDEX "passerelle:person:index:1";
            UPDATE passerelle_site SET counter = 3 WHERE place = 0;
            UPDATE person SET _arrival = 7 WHERE _arrival > 100;
            INSERT INTO passerelle_sibling (id, collection, tag, place, counter)
                VALUES (zeroblob(16), 'person', 1, 0, 1);
            UPDATE passerelle_store SET digest = zeroblob(16);
            """
        )
        let (report, repaired) = try repair(path, into: "r")
        #expect(report.isComplete, "\(report.remaining.findings.prefix(3))")
        #expect(try repaired.verify().findings == [])
        #expect(repaired.versionVector == vector)
        try b.apply(try repaired.delta(since: b.versionVector).bytes)
        #expect(try b.digests().counted == repaired.digests().counted)
    }

    @Test func `a row that cannot be kept whole is named, and the others are kept`() throws {
        try damage(
            """
            UPDATE person SET _clock = x'00' WHERE id = \(Self.sql(100));
            DELETE FROM passerelle_sibling WHERE id = \(Self.sql(5));
            UPDATE passerelle_grave SET packed = x'01' WHERE id = \(Self.sql(390));
            """
        )
        let (report, repaired) = try repair(path, into: "r")
        let lost = [5, 100, 390].map { RowName("person", Self.id($0)) }.sorted()
        #expect(report.lost == lost)
        #expect(report.rows == 397)
        #expect(report.remaining.findings == [])
        #expect(!report.isComplete)
        // A colleague loses nothing by what the repaired store sends: nineteen deletions are told,
        // and the one that was lost is not.
        try b.apply(try repaired.delta(since: VersionVector()).bytes)
        #expect(try b.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM person") } == 381)
    }

    @Test func `the way out after a loss: a colleague's snapshot, then what the repair saved`()
        throws
    {
        try a.write { try $0.update("person", id: Self.id(200), ["phone": "09"]) }
        try damage("UPDATE person SET _clock = x'00' WHERE id = \(Self.sql(100))")
        let (report, repaired) = try repair(path, into: "r")
        #expect(report.lost == [RowName("person", Self.id(100))])
        // The colleague sends nothing again to whoever counts it as seen.
        try repaired.apply(try b.delta(since: repaired.versionVector).bytes)
        #expect(try Self.phone(100, in: repaired) == nil)
        let fresh = try stores.make("fresh", schema)
        try fresh.apply(try b.delta(since: VersionVector()).bytes)
        try fresh.apply(try repaired.delta(since: fresh.versionVector).bytes)
        try b.apply(try fresh.delta(since: b.versionVector).bytes)
        for replica in [fresh, b] {
            #expect(try Self.names(replica) == 380)
            #expect(try Self.phone(100, in: replica) == "")
            #expect(try Self.phone(200, in: replica) == "09")
            #expect(try replica.verify().findings == [])
        }
        #expect(try fresh.digests().counted == b.digests().counted)
    }

    private static func names(_ replica: Replica) throws -> Int? {
        try replica.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM person") }
    }

    /// The telephone number of a row, empty where it has none; nil where there is no such row.
    private static func phone(_ number: Int, in replica: Replica) throws -> String? {
        try replica.read { database in
            try String.fetchOne(
                database,
                sql: "SELECT coalesce(phone, '') FROM person WHERE id = \(sql(number))"
            )
        }
    }

    @Test func `pages that are gone cost their own rows, and each is named`() throws {
        try a.close()
        let vacuumed = try DatabaseQueue(path: path)
        try vacuumed.vacuum()
        try vacuumed.close()
        let original = try Data(contentsOf: URL(fileURLWithPath: path))
        let every = Set((0..<400).map { RowName("person", Self.id($0)) })
        var (repaired, lostSome, refused) = (0, 0, 0)
        for page in 0..<original.count / 4_096 {
            var damaged = original
            damaged.replaceSubrange(page * 4_096..<(page + 1) * 4_096, with: Data(count: 4_096))
            let folder = try stores.folder.folder("d\(page)")
            let file = folder + "/" + Replica.fileName
            try damaged.write(to: URL(fileURLWithPath: file))
            do {
                let (report, new) = try repair(file, into: "r\(page)")
                let kept = try new.read {
                    try Data.fetchAll(
                        $0,
                        sql: "SELECT id FROM person UNION SELECT id FROM passerelle_grave"
                    )
                }
                let addresses = kept.compactMap { RecordID(bytes: $0) }
                    .map { RowName("person", $0) }
                // Whatever is gone is named, or its table is.
                let gone = every.subtracting(addresses)
                #expect(gone == Set(report.lost) || !report.unreadable.isEmpty)
                #expect(gone.isEmpty || !report.isComplete)
                #expect(report.rows == addresses.count)
                #expect(report.remaining.findings == [])
                repaired += 1
                if !gone.isEmpty, gone.count < 60, gone == Set(report.lost) { lostSome += 1 }
                try new.close()
            } catch let error as ReplicaError {
                #expect([.damaged, .notAStore, .statement].contains(error.code), "\(error)")
                refused += 1
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == damaged)
        }
        #expect(repaired > 20)
        #expect(lostSome > 5)
        #expect(refused > 0)
        #expect(refused < 12)
    }
}
