import BundleFormat
import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Faults that a review found: each stays found.
struct ReviewTests {
    private let stores: TestStores
    private let a: Replica
    private let b: Replica

    init() throws {
        stores = try TestStores(seed: 77)
        a = try stores.make("a", try PeopleSchema.schema())
        b = try stores.make("b", try PeopleSchema.schema())
    }

    private func exchange() throws {
        try b.apply(try a.delta(since: b.versionVector).bytes)
        try a.apply(try b.delta(since: a.versionVector).bytes)
    }

    private func column(_ replica: Replica, _ sql: String) throws -> [String] {
        try replica.read { try String.fetchAll($0, sql: sql) }
    }

    @Test func `a field that a later schema adds is stamped on every road`() throws {
        let old = try stores.make("old", try PeopleSchema.schema())
        try old.close()
        let person = PeopleSchema.person()
        let newer = try Schema(
            .landlord,
            [
                RecordCollection(
                    "person",
                    fields: person.fields + [Field(8, "email", .text, .personal)]
                )
            ]
        )
        let reopened = try Replica.open(in: old.folder, newer, stores.environment())
        #expect(reopened.versionVector.isEmpty)
        try reopened.write { transaction in
            try transaction.insert("person", id: transaction.newID(), ["email": "a@example.org"])
            try transaction.database.execute(
                sql: "INSERT INTO person (id, email) VALUES (?, 'b@example.org')",
                arguments: [Data(transaction.newID().bytes)]
            )
        }
        let other = try stores.make("new", newer)
        let delta = try reopened.delta(since: VersionVector())
        try other.apply(delta.bytes)
        #expect(
            try column(other, "SELECT email FROM person ORDER BY email")
                == ["a@example.org", "b@example.org"]
        )
        #expect(try a.apply(delta.bytes).rows == 2)
        try reopened.close()
        let downgraded = try Replica.open(
            in: old.folder,
            try PeopleSchema.schema(),
            stores.environment()
        )
        let late = #expect(throws: ReplicaError.self) {
            try downgraded.delta(since: VersionVector())
        }
        #expect(late?.code == .newerStore)
    }

    @Test func `a counter of zero is zero everywhere, and a counter is not emptied`() throws {
        let id = try a.write { transaction in
            let id = transaction.newID()
            try transaction.insert("person", id: id, ["visits": 0])
            return id
        }
        try exchange()
        #expect(try column(b, "SELECT CAST(visits AS TEXT) FROM person") == ["0"])
        #expect(throws: ReplicaError.self) {
            try a.write { try $0.update("person", id: id, ["visits": .null]) }
        }
    }

    @Test func `canonically equivalent members of a set are two members`() throws {
        let both = TextSet.column(["e\u{301}", "\u{E9}"])
        try a.write { try $0.insert("person", id: $0.newID(), ["known_to": both]) }
        try exchange()
        let known = "SELECT hex(known_to) FROM person"
        #expect(try column(a, known) == (try column(b, known)))
        #expect(try column(b, known) == ["5B2265CC81222C22C3A9225D"])
    }

    @Test func `after a transaction that ended early nothing is written and no number comes twice`()
        throws
    {
        for ending in ["COMMIT", "ROLLBACK"] {
            let refusal = #expect(throws: ReplicaError.self) {
                try a.write { transaction in
                    try transaction.insert("person", id: transaction.newID(), ["name": "Lou"])
                    try transaction.database.execute(sql: ending)
                    try transaction.insert("person", id: transaction.newID(), ["name": "Zoé"])
                }
            }
            #expect(refusal?.message.contains("ended inside") == true)
        }
        #expect(try column(a, "SELECT name FROM person") == ["Lou"])
        try a.write { try $0.insert("person", id: $0.newID(), ["name": "Max"]) }
        try exchange()
        #expect(try column(b, "SELECT name FROM person ORDER BY name") == ["Lou", "Max"])
        #expect(a.versionVector == b.versionVector)
    }

    @Test func `deleted, inserted and deleted again in one transaction`() throws {
        let id = RecordID.natural("person", [1])
        try a.write { try $0.insert("person", id: id, ["name": "Lou"]) }
        try exchange()
        try a.write { transaction in
            try transaction.delete("person", id: id)
            try transaction.insert("person", id: id, ["name": "Lou B."])
            try transaction.delete("person", id: id)
        }
        try a.write { transaction in
            try transaction.insert("person", id: id, ["name": "Lou C."])
            try transaction.delete("person", id: id)
        }
        try exchange()
        #expect(try column(b, "SELECT name FROM person") == [])
        try b.write { try $0.insert("person", id: id, ["name": "Lou D."]) }
        try exchange()
        #expect(try column(a, "SELECT name FROM person") == ["Lou D."])
    }

    @Test func `a row replaced over a conflict leaves no sibling behind`() throws {
        let id = RecordID.natural("person", [1])
        try a.write { try $0.insert("person", id: id, ["phone": "01"]) }
        try exchange()
        try a.write { try $0.update("person", id: id, ["phone": "02"]) }
        try b.write { try $0.update("person", id: id, ["phone": "03"]) }
        try exchange()
        #expect(try a.conflicts().count == 1)
        try a.write {
            try $0.database.execute(
                sql: "REPLACE INTO person (id, phone) VALUES (?, '04')",
                arguments: [Data(id.bytes)]
            )
        }
        #expect(try column(a, "SELECT hex(id) FROM passerelle_sibling") == [])
        try exchange()
        #expect(try column(b, "SELECT phone FROM person") == ["04"])
        #expect(try b.conflicts().isEmpty)
    }

    @Test func `a bundle that claims too much is refused by name`() throws {
        for target in [
            VersionVector(
                Dictionary(
                    uniqueKeysWithValues: (0..<1_025).map {
                        (ReplicaID(high: 1, low: $0), UInt64(1))
                    }
                )
            ),
            VersionVector([b.id: 1 << 63]),
        ] {
            // Format 0, since the writer of today refuses to write some of these.
            var writer = ByteWriter()
            writer.byte(0)
            writer.vector(VersionVector())
            writer.vector(target)
            writer.byte(0)
            let refusal = #expect(throws: ReplicaError.self) { try a.apply(writer.bytes) }
            #expect([.contradiction, .badBundle].contains(refusal?.code))
        }
        #expect(a.versionVector.isEmpty)
        try a.close()
        let again = try Replica.open(
            in: a.folder,
            try PeopleSchema.schema(),
            stores.environment()
        )
        try again.write { try $0.insert("person", id: $0.newID(), ["name": "Lou"]) }
        #expect(again.versionVector[again.id] == 1)
    }

    @Test func `a bundle that claims this replica's own future gives it a new id, if it is whole`()
        throws
    {
        let old = a.id
        var writer = ByteWriter()
        writer.byte(0)
        writer.vector(VersionVector())
        writer.vector(VersionVector([old: 9]))
        let cut = writer.bytes
        writer.byte(0)
        let whole = writer.bytes
        #expect(throws: ReplicaError.self) { try a.apply(cut) }
        #expect(a.id == old)
        try a.apply(whole)
        #expect(a.id != old)
        #expect(try a.identityHistory.map(\.reason) == [.forked])
        try a.write { try $0.insert("person", id: $0.newID(), ["name": "Lou"]) }
        #expect(a.versionVector == VersionVector([old: 9, a.id: 1]))
    }

    @Test func `a field named twice in one change is refused, not a trap`() throws {
        #expect(throws: ReplicaError.self) {
            try a.write { _ = try $0.updater("person", ["name", "name"]) }
        }
    }
}
