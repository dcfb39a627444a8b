import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Two or three replicas that meet, situation by situation.
struct MergeTests {
    private let stores: TestStores
    private let a: Replica
    private let b: Replica
    private let id: RecordID

    /// Both replicas know one person.
    init() throws { try self.init(.editWins) }

    private init(_ rule: DeleteRule) throws {
        stores = try TestStores()
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
        try Self.exchange(a, b)
    }

    private static func exchange(_ a: Replica, _ b: Replica) throws {
        try b.apply(try a.delta(since: b.versionVector).bytes)
        try a.apply(try b.delta(since: a.versionVector).bytes)
    }

    private func row(_ replica: Replica) throws -> Row? {
        try replica.read {
            try Row.fetchOne(
                $0,
                sql: "SELECT name, phone, mark, known_to, visits FROM person WHERE id = ?",
                arguments: [Data(id.bytes)]
            )
        }
    }

    private func change(_ replica: Replica, _ values: [String: Value]) throws {
        stores.clock.advance(milliseconds: 1_000)
        try replica.write { try $0.update("person", id: id, values) }
    }

    @Test func `different fields merge without a conflict`() throws {
        try change(a, ["phone": "02"])
        try change(b, ["name": "Zoë"])
        try Self.exchange(a, b)
        #expect(try row(a) == row(b))
        #expect(try row(a)?["phone"] == "02")
        #expect(try row(a)?["name"] == "Zoë")
        #expect(try a.conflicts().isEmpty)
    }

    @Test func `the same field: the later is shown, both are listed with who and when`() throws {
        try change(a, ["phone": "02"])
        try change(b, ["phone": "03"])
        try Self.exchange(a, b)
        #expect(try row(a) == row(b))
        #expect(try row(a)?["phone"] == "03")
        let inbox = try a.conflicts()
        #expect(try b.conflicts() == inbox)
        let conflict = try #require(inbox.first)
        #expect(conflict.field == "phone")
        #expect(conflict.shown.value == "03")
        #expect(conflict.shown.dot.replica == b.id)
        #expect(conflict.others.map(\.value) == ["02"])
        #expect(conflict.others.map(\.dot.replica) == [a.id])
        #expect(conflict.others[0].time < conflict.shown.time)
    }

    @Test func `a decision replaces every version, on every replica`() throws {
        try change(a, ["phone": "02"])
        try change(b, ["phone": "03"])
        try Self.exchange(a, b)
        let conflict = try #require(try a.conflicts().first)
        try a.resolve(conflict, with: "02", who: "Nadia", why: "rappelée ce matin")
        #expect(try a.conflicts().isEmpty)
        try Self.exchange(a, b)
        #expect(try b.conflicts().isEmpty)
        #expect(try row(b)?["phone"] == "02")
        let again = #expect(throws: ReplicaError.self) {
            try b.resolve(conflict, with: "03", who: "Luc", why: "")
        }
        #expect(again?.code == .notFound)
    }

    @Test func `plain SQL over a conflict settles it too`() throws {
        try change(a, ["phone": "02"])
        try change(b, ["phone": "03"])
        try Self.exchange(a, b)
        try a.write { try $0.database.execute(sql: "UPDATE person SET phone = '04'") }
        #expect(try a.conflicts().isEmpty)
        try Self.exchange(a, b)
        #expect(try b.conflicts().isEmpty)
        #expect(try row(b)?["phone"] == "04")
    }

    @Test func `a clock of 2099 wins a tie and nothing else`() throws {
        let late = ManualClock(4_070_908_800_000)
        let c = try stores.make("c", try PeopleSchema.schema(), clock: late)
        try Self.exchange(a, c)
        try c.write { try $0.update("person", id: id, ["phone": "99"]) }
        try change(a, ["phone": "02"])
        try Self.exchange(a, c)
        #expect(try row(a)?["phone"] == "99")
        try change(a, ["phone": "05"])
        try Self.exchange(a, c)
        #expect(try row(c)?["phone"] == "05")
        #expect(try c.conflicts().isEmpty)
    }

    @Test func `the higher rank is shown whatever the clock says, and the other is listed`() throws
    {
        try change(a, ["mark": "seen.signed"])
        try change(b, ["mark": "absent.bulk"])
        try Self.exchange(a, b)
        #expect(try row(a)?["mark"] == "seen.signed")
        #expect(try row(b)?["mark"] == "seen.signed")
        let conflict = try #require(try b.conflicts().first)
        #expect(conflict.isSettledByRank)
        #expect(conflict.others.map(\.value) == ["absent.bulk"])
    }

    @Test func `a follower is shown from the same write as its leader, and never listed`() throws {
        try change(a, ["mark": "seen.signed", "marked_at": 1_405])
        try change(b, ["mark": "absent.bulk", "marked_at": 1_600])
        try Self.exchange(a, b)
        for replica in [a, b] {
            let at = try replica.read {
                try Int.fetchOne($0, sql: "SELECT marked_at FROM person")
            }
            #expect(at == 1_405)
            #expect(try replica.conflicts().map(\.field) == ["mark"])
        }
        let conflict = try #require(try b.conflicts().first)
        try b.resolve(conflict, with: "absent.bulk", who: "Luc", why: "erreur de personne")
        try Self.exchange(a, b)
        let times = try a.read { try Int.fetchAll($0, sql: "SELECT marked_at FROM person") }
        #expect(times == [1_600])
        #expect(try a.conflicts().isEmpty)
    }

    @Test func `twins made apart merge by themselves, and what only one said is shown`() throws {
        let twin = RecordID.natural("person", [7])
        try a.write { try $0.insert("person", id: twin, ["name": "Lou", "phone": "01"]) }
        stores.clock.advance(milliseconds: 1_000)
        try b.write { try $0.insert("person", id: twin, ["name": "Lou"]) }
        try Self.exchange(a, b)
        for replica in [a, b] {
            let phones = try replica.read {
                try String.fetchAll($0, sql: "SELECT phone FROM person WHERE name = 'Lou'")
            }
            #expect(phones == ["01"])
            #expect(try replica.conflicts().filter { !$0.isSettledByRank }.isEmpty)
        }
    }

    @Test func `equal ranks leave the conflict open`() throws {
        try change(a, ["mark": "seen.typed"])
        try change(b, ["mark": "absent.typed"])
        try Self.exchange(a, b)
        #expect(try #require(try a.conflicts().first).isSettledByRank == false)
    }

    @Test func `versions that say the same are no conflict`() throws {
        try change(a, ["mark": "seen.typed"])
        try change(b, ["mark": "seen.typed"])
        try Self.exchange(a, b)
        #expect(try a.conflicts().isEmpty)
    }

    @Test func `sets: what anybody adds stays, what was seen can be removed`() throws {
        try change(a, ["known_to": .text("[\"FT\",\"ML\"]")])
        try change(b, ["known_to": .text("[\"PLIE\"]")])
        try Self.exchange(a, b)
        #expect(try row(a)?["known_to"] == "[\"FT\",\"PLIE\"]")
        #expect(try row(a) == row(b))
        try a.write { try $0.database.execute(sql: "UPDATE person SET known_to = NULL") }
        try change(b, ["known_to": .text("[\"FT\",\"ML\",\"PLIE\"]")])
        try Self.exchange(a, b)
        #expect(try row(b)?["known_to"] == "[\"ML\"]")
        #expect(try row(a) == row(b))
    }

    @Test func `a set that is not in its one form is refused`() throws {
        for bad in ["ML", "[\"PLIE\",\"FT\"]", "[\"FT\",\"FT\"]", "[1]"] {
            let refusal = #expect(throws: ReplicaError.self) {
                try change(a, ["known_to": .text(bad)])
            }
            #expect(refusal?.message.contains("set") == true)
        }
        let long = String(repeating: "é", count: 2_049)
        #expect(throws: ReplicaError.self) {
            try change(a, ["known_to": .text("[\"\(long)\"]")])
        }
    }

    @Test func `counters: every change counts once`() throws {
        try change(a, ["visits": 5])
        try change(b, ["visits": 1])
        try Self.exchange(a, b)
        #expect(try row(a)?["visits"] == 4)
        try a.write { try $0.database.execute(sql: "UPDATE person SET visits = visits + 10") }
        try Self.exchange(a, b)
        #expect(try row(b)?["visits"] == 14)
    }

    @Test func `a deletion and an edit that it did not see: the whole row comes back`() throws {
        try a.write { try $0.delete("person", id: id) }
        #expect(try row(a) == nil)
        try change(b, ["phone": "07"])
        try Self.exchange(a, b)
        #expect(try row(a)?["name"] == "Zoé")
        #expect(try row(a)?["phone"] == "07")
        #expect(try row(a)?["known_to"] == "[\"ML\"]")
        #expect(try row(a) == row(b))
    }

    @Test func `where deletion wins, the row stays away`() throws {
        let world = try MergeTests(.deleteWins)
        try world.a.write { try $0.delete("person", id: world.id) }
        try world.change(world.b, ["phone": "07"])
        try Self.exchange(world.a, world.b)
        #expect(try world.row(world.a) == nil)
        #expect(try world.row(world.b) == nil)
    }

    @Test func `a row inserted again under its identity replaces the deleted one everywhere`()
        throws
    {
        try a.write { try $0.delete("person", id: id) }
        try Self.exchange(a, b)
        #expect(try row(b) == nil)
        try a.write { try $0.insert("person", id: id, ["name": "Zoé B."]) }
        try Self.exchange(a, b)
        #expect(try row(b)?["name"] == "Zoé B.")
        #expect(try row(b)?["phone"] == nil)
        #expect(try row(b)?["known_to"] == nil)
        #expect(try row(a) == row(b))
    }

    @Test func `a row inserted again leaves its old conflicts behind`() throws {
        try change(a, ["phone": "02"])
        try change(b, ["phone": "03"])
        try Self.exchange(a, b)
        try a.write { try $0.delete("person", id: id) }
        #expect(try a.conflicts().isEmpty)
        try a.write { try $0.insert("person", id: id, ["name": "Zoé B."]) }
        let siblings = try a.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM passerelle_sibling")
        }
        #expect(siblings == 0)
        try Self.exchange(a, b)
        #expect(try b.conflicts().isEmpty)
        #expect(try row(a) == row(b))
    }

    @Test func `applied twice, a delta changes nothing; too early, it is refused by name`() throws {
        let c = try stores.make("c", try PeopleSchema.schema())
        try change(a, ["phone": "02"])
        let first = try a.delta(since: c.versionVector)
        #expect(try c.apply(first.bytes).changes == 2)
        #expect(try c.apply(first.bytes) == Application())
        let base = a.versionVector
        try change(a, ["phone": "03"])
        let second = try a.delta(since: base)
        let d = try stores.make("d", try PeopleSchema.schema())
        let refusal = #expect(throws: ReplicaError.self) { try d.apply(second.bytes) }
        #expect(refusal?.code == .baseNotCovered)
        #expect(d.versionVector.isEmpty)
        #expect(second.rowCount == 1)
    }
}
