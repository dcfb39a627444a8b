import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Writes of a revoked device that a colleague relays: merged, listed, and undone in one action.
struct RelayedTests {
    private let stores: TestStores
    private let administrator: Replica
    private let colleague: Replica
    private let revoked: Replica
    private let id: RecordID

    init() throws {
        stores = try TestStores()
        let schema = try PeopleSchema.schema()
        administrator = try stores.make("administrator", schema)
        colleague = try stores.make("colleague", schema)
        revoked = try stores.make("revoked", schema)
        let id = RecordID.natural("person", [1])
        self.id = id
        try administrator.write {
            try $0.insert(
                "person",
                id: id,
                [
                    "name": "Zoé", "phone": "01", "visits": 3, "known_to": #"["cpas"]"#,
                    "mark": "seen.typed", "marked_at": 5,
                ]
            )
        }
        for replica in [colleague, revoked] { try send(administrator, replica) }
        try change(revoked, id, ["phone": "02"])
        try send(revoked, administrator)
        try administrator.watch([revoked.id: revoked.versionVector[revoked.id]])
    }

    private func send(_ sender: Replica, _ receiver: Replica) throws {
        try receiver.apply(sender.delta(since: receiver.versionVector).bytes)
    }

    private func change(_ replica: Replica, _ id: RecordID, _ values: [String: Value]) throws {
        stores.clock.advance(milliseconds: 1_000)
        _ = try replica.write { try $0.update("person", id: id, values) }
    }

    private func relay() throws {
        try send(revoked, colleague)
        try send(colleague, administrator)
    }

    private static let columns = ["name", "phone", "visits", "known_to", "mark", "marked_at"]

    private func row(_ replica: Replica, _ id: RecordID) throws -> [String: DatabaseValue]? {
        try replica.read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT \(Self.columns.joined(separator: ", ")) FROM person WHERE id = ?",
                arguments: [Data(id.bytes)]
            ).map { Dictionary($0.map { ($0, $1) }, uniquingKeysWith: { first, _ in first }) }
        }
    }

    private func reverse() throws -> (reversed: Int, unclear: Int) {
        try administrator.reverseRelayed(of: [revoked.id])
    }

    @Test func `what came within the frontier is not listed`() throws {
        #expect(try administrator.relayed(of: [revoked.id]).isEmpty)
        #expect(try row(administrator, id)?["phone"] == "02".databaseValue)
    }

    @Test func `values, members and sums are as they were, on every replica`() throws {
        let before = try row(administrator, id)
        try change(
            revoked,
            id,
            [
                "name": "Autre", "phone": "03", "visits": 10, "known_to": #"["mission"]"#,
                "mark": "seen.signed", "marked_at": 9,
            ]
        )
        try change(colleague, id, ["visits": 5])
        try relay()
        #expect(try row(administrator, id)?["visits"] == 12.databaseValue)
        let listed = try administrator.relayed(of: [revoked.id])
        #expect(listed.map(\.change) == [.changed])
        #expect(
            listed.first?.fields == ["known_to", "mark", "marked_at", "name", "phone", "visits"]
        )
        #expect(try reverse() == (1, 0))
        var expected = before
        expected?["visits"] = 5.databaseValue
        #expect(try row(administrator, id) == expected)
        #expect(try administrator.relayed(of: [revoked.id]).isEmpty)
        try send(administrator, colleague)
        #expect(try row(colleague, id) == expected)
        #expect(try colleague.digests().counted == administrator.digests().counted)
    }

    @Test func `what a colleague wrote since stays, the rest is as it was`() throws {
        try change(revoked, id, ["name": "Autre", "phone": "03"])
        try send(revoked, colleague)
        try change(colleague, id, ["phone": "04"])
        try send(colleague, administrator)
        #expect(try administrator.relayed(of: [revoked.id]).first?.fields == ["name"])
        #expect(try reverse() == (1, 0))
        #expect(try row(administrator, id)?["name"] == "Zoé".databaseValue)
        #expect(try row(administrator, id)?["phone"] == "04".databaseValue)
    }

    @Test func `a second relay does not bring back what was corrected between`() throws {
        try change(revoked, id, ["name": "Autre"])
        try relay()
        try change(administrator, id, ["name": "Zoë"])
        #expect(try administrator.relayed(of: [revoked.id]).isEmpty)
        try send(administrator, revoked)
        try change(revoked, id, ["name": "Encore"])
        try relay()
        #expect(try reverse() == (1, 0))
        #expect(try row(administrator, id)?["name"] == "Zoë".databaseValue)
    }

    @Test func `a row that it made goes, unless a colleague wrote on it`() throws {
        let (made, shared) = (RecordID.natural("person", [2]), RecordID.natural("person", [3]))
        try revoked.write {
            try $0.insert("person", id: made, ["name": "Faux"])
            try $0.insert("person", id: shared, ["name": "Vrai"])
        }
        try send(revoked, colleague)
        try change(colleague, shared, ["phone": "05"])
        try send(colleague, administrator)
        #expect(
            Set(try administrator.relayed(of: [revoked.id]).map(\.change)) == [.made, .unclear]
        )
        #expect(try reverse() == (1, 1))
        #expect(try row(administrator, made) == nil)
        #expect(try row(administrator, shared)?["name"] == "Vrai".databaseValue)
        #expect(try administrator.relayed(of: [revoked.id]).map(\.id) == [shared])
        #expect(try administrator.keepRelayed(of: [revoked.id]) == 1)
        #expect(try administrator.relayed(of: [revoked.id]).isEmpty)
    }

    @Test func `a row that it deleted comes back whole`() throws {
        let before = try row(administrator, id)
        stores.clock.advance(milliseconds: 1_000)
        _ = try revoked.write { try $0.delete("person", id: id) }
        try relay()
        #expect(try row(administrator, id) == nil)
        #expect(try administrator.relayed(of: [revoked.id]).map(\.change) == [.deleted])
        #expect(try reverse() == (1, 0))
        #expect(try row(administrator, id) == before)
        try send(administrator, colleague)
        #expect(try row(colleague, id) == before)
    }

    @Test func `who never had what came before lists the row and leaves it`() throws {
        let late = try stores.make("late", try PeopleSchema.schema())
        try change(revoked, id, ["name": "Autre"])
        try late.watch([revoked.id: administrator.versionVector[revoked.id]])
        try relay()
        try send(colleague, late)
        #expect(try late.relayed(of: [revoked.id]).map(\.change) == [.unclear])
        #expect(try late.reverseRelayed(of: [revoked.id]) == (0, 1))
        #expect(try row(late, id)?["name"] == "Autre".databaseValue)
    }

    @Test func `an erased person leaves nothing in the list`() throws {
        try change(revoked, id, ["name": "Autre"])
        try relay()
        try administrator.erase([RowName("person", id)])
        #expect(try administrator.relayed(of: [revoked.id]).isEmpty)
        let count = try administrator.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM passerelle_relayed")
        }
        #expect(count == 0)
    }
}
