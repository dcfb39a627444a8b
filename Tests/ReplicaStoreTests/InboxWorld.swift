import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Two replicas that both know one person.
struct InboxWorld {
    let stores: TestStores
    let a: Replica
    let b: Replica
    let id: RecordID

    init(_ rule: DeleteRule = .editWins) throws {
        stores = try TestStores(seed: 5)
        a = try stores.make("a", try PeopleSchema.schema(rule))
        b = try stores.make("b", try PeopleSchema.schema(rule))
        id = try a.write { transaction in
            let id = transaction.newID()
            try transaction.insert(
                "person",
                id: id,
                ["name": "Zoé", "phone": "01", "known_to": .text("[\"ML\"]"), "visits": 2]
            )
            return id
        }
        try exchange()
    }

    func exchange() throws {
        for _ in 0..<2 {
            try b.apply(try a.delta(since: b.versionVector).bytes)
            try a.apply(try b.delta(since: a.versionVector).bytes)
        }
    }

    func change(_ replica: Replica, _ values: [String: Value]) throws {
        stores.clock.advance(milliseconds: 1_000)
        try replica.write { try $0.update("person", id: id, values) }
    }

    func row(_ replica: Replica) throws -> Row? {
        try replica.read {
            try Row.fetchOne(
                $0,
                sql: """
                    SELECT name, phone, mark, marked_at, known_to, visits FROM person WHERE id = ?
                    """,
                arguments: [Data(id.bytes)]
            )
        }
    }

    /// Both keep the digest that is counted from their rows, the same one.
    func expectDigests() throws {
        let (a, b) = (try a.digests(), try b.digests())
        #expect(a.kept == a.counted && b.kept == b.counted && a.kept == b.kept)
    }

    /// Lists a write as rescued, as the engine does where it cannot be merged any more.
    func rescue(_ transaction: WriteTransaction, _ id: RecordID, _ tag: Int, _ value: Value) throws
    {
        let argument: DatabaseValue =
            if case .text(let text) = value { text.databaseValue } else { .null }
        try transaction.database.execute(
            sql: """
                INSERT INTO passerelle_rescued
                    (collection, id, tag, value, place, counter, milliseconds, reason)
                VALUES ('person', ?, ?, ?, 0, 77, 1770710400000, 'set aside')
                """,
            arguments: [Data(id.bytes), tag, argument]
        )
    }
}
