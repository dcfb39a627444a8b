import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// The digest kept up write by write is the digest counted from the rows.
struct DigestTests {
    private let stores: TestStores
    private let replica: Replica
    private let id = RecordID.natural("person", [1])

    init() throws {
        stores = try TestStores()
        replica = try stores.make("a", try PeopleSchema.schema())
        try replica.write { try $0.insert("person", id: id, ["name": "Zoé", "visits": 1]) }
    }

    private func isKept() throws -> Bool {
        let digests = try replica.digests()
        return digests.kept == digests.counted
    }

    @Test(
        arguments: [
            "UPDATE person SET phone = '01', name = 'Zoë'",
            "UPDATE person SET visits = visits + 2, known_to = '[\"FT\"]'",
            "UPDATE person SET known_to = '[\"CAP\",\"ML\"]'",
            "DELETE FROM person",
            "REPLACE INTO person (id, name) SELECT id, 'Zoë' FROM person",
            "INSERT INTO person (id, name, known_to) VALUES (zeroblob(16), 'Amine', '[\"FT\"]')",
        ]
    )
    func `each way to write keeps it`(_ sql: String) throws {
        let before = try replica.digests().kept
        try replica.write { try $0.database.execute(sql: sql) }
        #expect(try isKept())
        #expect(try replica.digests().kept != before)
    }

    @Test(
        arguments: [
            "INSERT OR IGNORE INTO person (id, name) SELECT id, 'Zoë' FROM person",
            "INSERT INTO person (id, name) SELECT id, 'Zoë' FROM person WHERE true "
                + "ON CONFLICT (id) DO UPDATE SET name = excluded.name",
            "SAVEPOINT a; UPDATE person SET name = 'Zoë'; ROLLBACK TO a; RELEASE a",
            "UPDATE person SET phone = '1'; SAVEPOINT a; UPDATE person SET phone = '2'; "
                + "ROLLBACK TO a; RELEASE a",
        ]
    )
    func `a statement undone after its stamp makes it be counted anew`(_ sql: String) throws {
        try replica.write { try $0.database.execute(sql: sql) }
        #expect(try replica.digests().kept == nil)
        try replica.write { try $0.update("person", id: id, ["name": "Zoé"]) }
        _ = try replica.delta(since: VersionVector())
        #expect(try isKept())
    }

    @Test func `a merge keeps it`() throws {
        let other = try stores.make("b", try PeopleSchema.schema())
        try other.apply(try replica.delta(since: VersionVector()).bytes)
        #expect(try other.digests().kept == replica.digests().kept)
        try replica.write { try $0.update("person", id: id, ["phone": "01", "visits": 5]) }
        try other.write { try $0.update("person", id: id, ["phone": "02", "visits": 9]) }
        try other.apply(try replica.delta(since: other.versionVector).bytes)
        try replica.apply(try other.delta(since: replica.versionVector).bytes)
        let (mine, theirs) = (try replica.digests(), try other.digests())
        #expect(mine.kept == mine.counted)
        #expect(theirs.kept == theirs.counted)
        #expect(mine.kept == theirs.kept)
    }
}
