import BundleFormat
import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Erasure: final against every bundle, and no byte left in any file.
struct EraseTests {
    private let stores: TestStores
    private let schema: Schema
    private let a: Replica
    private let b: Replica
    private let c: Replica
    private let id: RecordID

    /// Three replicas that know one person and forty others; every text of the person is a canary.
    init() throws {
        stores = try TestStores(seed: 4)
        schema = try PeopleSchema.schema()
        a = try stores.make("a", schema)
        b = try stores.make("b", schema)
        c = try stores.make("c", schema)
        id = try a.write { transaction in
            for number in 0..<40 {
                let other: [String: Value] = ["name": .text("Personne \(number)"), "visits": 1]
                try transaction.insert("person", id: transaction.newID(), other)
            }
            let id = transaction.newID()
            try transaction.insert("person", id: id, Self.values("first"))
            return id
        }
        try exchange()
    }

    private static func canary(_ place: String) -> String { "CANARY-of-\(place)-5e1f0c" }

    private static func values(_ version: String) -> [String: Value] {
        [
            "name": .text(canary("name-\(version)")), "phone": .text(canary("phone-\(version)")),
            "mark": .text(canary("mark-\(version)")),
            "known_to": TextSet.column([canary("member-\(version)")]),
            "home": .blob(Array(canary("home-\(version)").utf8)), "visits": 3,
        ]
    }

    private static func canaries(_ version: String) -> [String] {
        ["name", "phone", "mark", "member", "home"].map { canary("\($0)-\(version)") }
    }

    private func exchange() throws {
        for (from, to) in [(a, b), (b, c), (c, a), (a, b), (b, c)] {
            try to.apply(try from.delta(since: to.versionVector).bytes)
        }
    }

    private func bundle(of sender: Replica, _ sequence: UInt64, since: VersionVector) throws
        -> [UInt8]
    {
        let delta = try sender.delta(since: since)
        return Envelope(
            kind: .delta,
            partition: sender.partition,
            sender: sender.id,
            sequence: sequence,
            base: delta.base,
            target: delta.target,
            body: delta.bytes
        ).bytes
    }

    private func count(_ replica: Replica, _ sql: String) throws -> Int {
        try replica.read { try Int.fetchOne($0, sql: sql) ?? -1 }
    }

    @Test func `no byte of a person is left in any file of three replicas`() throws {
        var canaries = Self.canaries("first") + Self.canaries("second") + Self.canaries("third")
        // Concurrent versions of every field, of which each replica sets one aside.
        try a.write { try $0.update("person", id: id, Self.values("second")) }
        try b.write { try $0.update("person", id: id, Self.values("third")) }
        try exchange()
        #expect(try count(c, "SELECT count(*) FROM passerelle_sibling") > 0)
        // A decision about it, an index of words, a table of the application.
        let line = try #require(try b.conflicts().first { $0.id == id && $0.field == "phone" })
        let (why, word) = (Self.canary("why"), "canarywordof5e1f0c")
        try b.resolve(line, with: .text(Self.canary("decided")), who: "Nadia Essai", why: why)
        try b.write { transaction in
            try transaction.database.execute(
                sql: """
                    CREATE VIRTUAL TABLE person_search USING fts5(name, content='', tokenize='ascii');
                    CREATE TABLE draft (person BLOB NOT NULL, note TEXT) STRICT;
                    INSERT INTO person_search (rowid, name) VALUES (7, 'autre'), (8, 'encore');
                    """
            )
            try transaction.database.execute(
                sql: "INSERT INTO draft VALUES (?, ?)",
                arguments: [Data(id.bytes), Self.canary("draft")]
            )
        }
        try b.write {
            try $0.database.execute(
                sql: "INSERT INTO person_search (rowid, name) VALUES (9, ?)",
                arguments: [word]
            )
        }
        // A bundle that waits for another.
        let before = a.versionVector
        try a.write { try $0.update("person", id: id, ["phone": .text(Self.canary("gone"))]) }
        let middle = a.versionVector
        try a.write { try $0.update("person", id: id, ["phone": .text(Self.canary("held"))]) }
        let early = try bundle(of: a, 2, since: middle)
        try c.hold(early, a.id, 2)
        #expect(try c.heldBundles().count == 1)
        canaries += [why, word, Self.canary("draft"), Self.canary("decided"), Self.canary("held")]

        // The control: each canary stands in some file now.
        let found = try [a, b, c].flatMap { try FolderScan($0.folder).found(canaries) }
        #expect(Set(found) == Set(canaries))

        try a.erase("person", id: id)
        try c.erase("person", id: id)
        try b.erase("person", id: id) { database in
            try database.execute(
                sql: "DELETE FROM draft WHERE person = ?",
                arguments: [Data(id.bytes)]
            )
            try database.execute(
                sql: """
                    INSERT INTO person_search (person_search, rowid, name)
                    VALUES ('delete', 9, ?)
                    """,
                arguments: [word]
            )
        }
        for replica in [a, b, c] {
            #expect(try FolderScan(replica.folder).found(canaries) == [])
            #expect(try count(replica, "SELECT count(*) FROM person") == 40)
            #expect(try count(replica, "SELECT count(*) FROM passerelle_sibling") == 0)
            #expect(try replica.digests().kept == replica.digests().counted)
        }
        #expect(try c.heldBundles().isEmpty)
        #expect(
            try count(b, "SELECT count(*) FROM person_search WHERE person_search MATCH 'encore'")
                == 1
        )
        // What was missing comes again, and tells nothing of the person.
        try c.hold(early, a.id, 2)
        #expect(try c.heldBundles().isEmpty)
        try c.apply(try a.delta(since: before).bytes)
        try exchange()
        #expect(a.versionVector == c.versionVector)
        #expect(try a.erasedDigest() == c.erasedDigest())
        #expect(try FolderScan(c.folder).found(canaries) == [])
    }

    @Test func `a deleted row is erased as well`() throws {
        try exchange()
        try a.write { try $0.delete("person", id: id) }
        #expect(try count(a, "SELECT count(*) FROM passerelle_grave") == 1)
        #expect(
            try FolderScan(a.folder).found(Self.canaries("first"))
                == Self.canaries("first").sorted()
        )
        for replica in [a, b, c] {
            try replica.erase("person", id: id)
            #expect(try FolderScan(replica.folder).found(Self.canaries("first")) == [])
            #expect(try count(replica, "SELECT count(*) FROM passerelle_grave") == 0)
        }
    }

    @Test func `older and later bundles bring nothing back, and the vector advances`() throws {
        let old = try b.delta(since: VersionVector()).bytes
        try a.erase("person", id: id)
        try b.write { try $0.update("person", id: id, Self.values("later")) }
        let later = try b.delta(since: a.versionVector)
        #expect(try a.apply(old).erased == 1)
        let application = try a.apply(later.bytes)
        #expect(application.erased == 1)
        #expect(application.rows == 0)
        #expect(a.versionVector.covers(later.target))
        let everything = Self.canaries("first") + Self.canaries("later")
        #expect(try FolderScan(a.folder).found(everything) == [])
        // Its own bundles do not take the row from those who were not told yet.
        try a.write { try $0.insert("person", id: $0.newID(), ["name": "Lou"]) }
        try b.apply(try a.delta(since: b.versionVector).bytes)
        #expect(try count(b, "SELECT count(*) FROM person") == 42)
    }

    @Test func `an insert under an erased identity is refused by name, before and after opening`()
        throws
    {
        try a.erase("person", id: id)
        try expectRefusal(a)
        try expectRefusal(try reopened(a))
    }

    private func expectRefusal(_ replica: Replica) throws {
        let refusal = #expect(throws: ReplicaError.self) {
            try replica.write { try $0.insert("person", id: id, ["name": "Zoé"]) }
        }
        #expect(refusal?.code == .erased)
        #expect(refusal?.message.contains(id.description) == true)
        #expect(refusal?.message.contains("Zoé") == false)
        try replica.write { try $0.insert("person", id: $0.newID(), ["name": "Zoé"]) }
    }

    @Test func `an identity may be erased before its row arrives`() throws {
        let late = try stores.make("late", schema)
        try late.erase("person", id: id)
        let application = try late.apply(try a.delta(since: VersionVector()).bytes)
        #expect(application.erased == 1)
        #expect(application.rows == 40)
        #expect(try late.digests().kept == late.digests().counted)
        #expect(try late.erasedRows() == [RowName("person", id)])
    }

    @Test func `the application's own erasure may not touch declared tables, and all is put back`()
        throws
    {
        let refusal = #expect(throws: ReplicaError.self) {
            try a.erase("person", id: id) { try $0.execute(sql: "DELETE FROM person") }
        }
        #expect(refusal?.code == .statement)
        #expect(try count(a, "SELECT count(*) FROM person") == 41)
        #expect(try a.erasedRows().isEmpty)
    }

    @Test func `an erasure cut short by a reader is ended at the next opening`() throws {
        let path = a.folder + "/" + Replica.fileName
        var configuration = Configuration()
        configuration.readonly = true
        let reader = try DatabaseQueue(path: path, configuration: configuration)
        let refusal = try reader.inDatabase { database in
            try database.beginTransaction(.deferred)
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM person")
            let refusal = #expect(throws: ReplicaError.self) { try a.erase("person", id: id) }
            try database.rollback()
            return refusal
        }
        #expect(refusal?.code == .busy)
        try reader.close()
        #expect(try count(a, "SELECT count(*) FROM person") == 40)
        let again = try reopened(a)
        #expect(try FolderScan(a.folder).found(Self.canaries("first")) == [])
        #expect(try count(again, "SELECT count(*) FROM passerelle_mark") == 0)
    }

    @Test func `many rows are erased in one go, and the digest is of the set, not of the order`()
        throws
    {
        let ids = try b.read { try Data.fetchAll($0, sql: "SELECT id FROM person") }
            .compactMap { RecordID(bytes: $0) }
        try b.erase(Set(ids.map { RowName("person", $0) }))
        #expect(try count(b, "SELECT count(*) FROM person") == 0)
        for id in ids.reversed() { try c.erase("person", id: id) }
        #expect(try b.erasedDigest() == c.erasedDigest())
        #expect(try b.erasedDigest() != a.erasedDigest())
        #expect(try b.erasedDigest().count == 16)
    }

    private func reopened(_ replica: Replica) throws -> Replica {
        try replica.close()
        return try Replica.open(in: replica.folder, schema, stores.environment())
    }
}
