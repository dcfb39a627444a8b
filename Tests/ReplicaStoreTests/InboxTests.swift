import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// What the inbox lists, and what a decision about it does.
struct InboxTests {
    private let world: InboxWorld

    init() throws { world = try InboxWorld() }

    @Test func `a concurrent field is a line of the view, read by any SQLite tool`() throws {
        try world.change(world.a, ["phone": "02"])
        try world.change(world.b, ["phone": "03"])
        try world.exchange()
        let line = try #require(try world.a.inbox().first)
        #expect(try world.a.inbox() == [line])
        #expect(try world.b.inbox() == [line])
        #expect(line.kind == .concurrent)
        #expect(line.collection == "person")
        #expect(line.id == world.id)
        #expect(line.field == "phone")
        #expect((line.shown, line.other) == ("03", "02"))
        #expect(line.writer == world.a.id)
        #expect(line.milliseconds == world.stores.clock.now() - 1_000)
        #expect(!line.isSettled)
        let folder = world.a.folder
        try world.a.close()
        // Without the functions of the engine, as the sqlite3 shell reads.
        let plain = try DatabaseQueue(path: folder + "/" + Replica.fileName)
        let row = try #require(
            try plain.read { try Row.fetchOne($0, sql: "SELECT * FROM passerelle_inbox") }
        )
        #expect(row["kind"] == "concurrent")
        #expect(row["field"] == "phone")
        #expect(row["other"] == "02")
        #expect(row["writer"] == world.a.id.description)
    }

    @Test func `what a rank decided is listed as settled, and versions that agree are not`() throws
    {
        try world.change(world.a, ["mark": "absent.bulk", "phone": "07"])
        try world.change(world.b, ["mark": "seen.signed", "phone": "07"])
        try world.exchange()
        let lines = try world.a.inbox()
        #expect(lines.map(\.field) == ["mark"])
        #expect(lines.map(\.isSettled) == [true])
    }

    @Test func `an edit of a row deleted meanwhile is listed until somebody writes`() throws {
        try world.a.write { try $0.delete("person", id: world.id) }
        try world.change(world.b, ["phone": "07"])
        try world.exchange()
        for replica in [world.a, world.b] {
            let line = try #require(try replica.inbox().first)
            #expect(line.kind == .deletedAndEdited)
            #expect((line.shown, line.other) == ("edited", "deleted"))
            #expect(line.writer == world.a.id)
        }
        try world.change(world.b, ["name": "Zoé B."])
        #expect(try world.b.inbox().isEmpty)
        try world.exchange()
        #expect(try world.a.inbox().isEmpty)
    }

    @Test func `whether the row stays or goes is decided for every replica, and undone`() throws {
        try world.a.write { try $0.delete("person", id: world.id) }
        try world.change(world.b, ["phone": "07"])
        try world.exchange()
        let line = try #require(try world.a.inbox().first)
        let gone = try world.a.resolve(line, .delete, who: "Nadia", why: "a déménagé")
        #expect(try world.row(world.a) == nil)
        try world.b.apply(try world.a.delta(since: world.b.versionVector).bytes)
        #expect(try world.row(world.b) == nil)
        #expect(try world.b.inbox().isEmpty)
        try world.a.undo(gone, who: "Nadia", why: "erreur")
        try world.exchange()
        #expect(try world.row(world.b)?["phone"] == "07")
        #expect(try world.row(world.b)?["known_to"] == "[\"ML\"]")
        #expect(try world.row(world.b)?["visits"] == 2)
        #expect(try world.row(world.b) == world.row(world.a))
        #expect(try world.a.inbox().isEmpty && world.b.inbox().isEmpty)
        try world.expectDigests()
    }

    @Test func `where deletion wins, the hidden edit is listed, kept back whole, and undone`()
        throws
    {
        let world = try InboxWorld(.deleteWins)
        try world.a.write { try $0.delete("person", id: world.id) }
        try world.change(world.b, ["phone": "07", "visits": 3])
        try world.b.apply(try world.a.delta(since: world.b.versionVector).bytes)
        let line = try #require(try world.b.inbox().first)
        #expect(line.kind == .deletedAndEdited)
        #expect((line.shown, line.other) == ("deleted", "edited"))
        #expect(line.writer == world.b.id)
        #expect(try world.row(world.b) == nil)
        let kept = try world.b.resolve(line, .keep, who: "Luc", why: "")
        try world.exchange()
        #expect(try world.row(world.a)?["phone"] == "07")
        #expect(try world.row(world.a)?["visits"] == 3)
        #expect(try world.a.inbox().isEmpty)
        try world.expectDigests()
        try world.b.undo(kept, who: "Luc", why: "")
        try world.exchange()
        #expect(try world.row(world.a) == nil && world.row(world.b) == nil)
        #expect(try world.a.inbox().isEmpty && world.b.inbox().isEmpty)
    }

    @Test
    func `a hidden edit that nobody decided about is rescued for its author once it is freed`()
        throws
    {
        let world = try InboxWorld(.deleteWins)
        try world.a.write { try $0.delete("person", id: world.id) }
        try world.change(world.b, ["phone": "07"])
        for _ in 0..<4 { try world.exchange() }
        #expect(try world.a.inbox().isEmpty)
        let line = try #require(try world.b.inbox().first)
        #expect(try world.b.inbox().count == 1)
        #expect((line.kind, line.field, line.other) == (.rescued, "phone", "07"))
        try world.b.resolve(line, .adopt, who: "Luc", why: "")
        try world.exchange()
        #expect(try world.row(world.a)?["phone"] == "07")
        try world.expectDigests()
    }

    @Test func `a hidden row that comes back lists here what was set aside in it`() throws {
        let world = try InboxWorld(.deleteWins)
        try world.change(world.a, ["phone": "02"])
        try world.change(world.b, ["phone": "03"])
        try world.exchange()
        try world.a.write { try $0.delete("person", id: world.id) }
        try world.change(world.b, ["name": "Zoë"])
        try world.a.apply(try world.b.delta(since: world.a.versionVector).bytes)
        let line = try #require(try world.a.inbox().first)
        try world.a.resolve(line, .keep, who: "Nadia", why: "")
        try world.exchange()
        #expect(try world.row(world.b)?["name"] == "Zoë")
        #expect(try world.row(world.b)?["phone"] == "03")
        #expect(try world.a.inbox().map(\.kind) == [.reopened])
        #expect(try world.a.inbox().map(\.other) == ["02"])
        #expect(try world.b.inbox().isEmpty)
        try world.expectDigests()
    }

    @Test func `a dismissed line is out of sight here, until its decision is undone`() throws {
        try world.a.write { try $0.delete("person", id: world.id) }
        try world.change(world.b, ["phone": "07"])
        try world.exchange()
        let line = try #require(try world.a.inbox().first)
        let dismissed = try world.a.resolve(line, .dismiss, who: "Nadia", why: "")
        #expect(try world.a.inbox().isEmpty)
        #expect(try world.b.inbox() == [line])
        try world.a.undo(dismissed, who: "Nadia", why: "")
        #expect(try world.a.inbox() == [line])
    }

    @Test func `a touched row keeps what was set aside in the fields not touched`() throws {
        try world.change(world.a, ["phone": "02"])
        try world.change(world.b, ["phone": "03"])
        try world.exchange()
        try world.a.write { try $0.delete("person", id: world.id) }
        try world.change(world.b, ["name": "Zoë"])
        try world.exchange()
        #expect(try world.a.inbox().map(\.kind) == [.concurrent, .deletedAndEdited])
        // A clock that stands behind must not make the other version win.
        world.stores.clock.advance(milliseconds: -1_800_000)
        try world.change(world.a, ["home": .blob([1])])
        try world.exchange()
        for replica in [world.a, world.b] {
            let lines = try replica.inbox()
            #expect(lines.map(\.kind) == [.concurrent])
            #expect(lines.map(\.shown) == ["03"])
            #expect(lines.map(\.other) == ["02"])
        }
        try world.expectDigests()
        let conflict = try #require(try world.b.conflicts().first)
        try world.b.resolve(conflict, with: "02", who: "Luc", why: "")
        try world.exchange()
        #expect(try world.row(world.a)?["phone"] == "02")
        #expect(try world.a.inbox().isEmpty && world.b.inbox().isEmpty)
    }

    @Test func `a clock in 2099 wins ties only, and is one line until that day has come`() throws {
        let c = try world.stores.make(
            "c",
            try PeopleSchema.schema(),
            clock: ManualClock(Self.in2099)
        )
        try c.apply(try world.a.delta(since: c.versionVector).bytes)
        try world.change(world.b, ["phone": "03"])
        for phone in ["90", "99"] {
            try c.write { try $0.update("person", id: world.id, ["phone": .text(phone)]) }
        }
        try world.b.apply(try c.delta(since: world.b.versionVector).bytes)
        #expect(try world.row(world.b)?["phone"] == "99")
        let lines = try world.b.inbox()
        #expect(lines.map(\.kind) == [.suspiciousClock, .concurrent])
        #expect(lines[0].writer == c.id)
        #expect(lines[0].milliseconds == Self.in2099)
        #expect(lines[0].other == 1)
        // A later write that has seen it wins, here and on the replica of 2099.
        try world.change(world.b, ["phone": "04"])
        try c.apply(try world.b.delta(since: c.versionVector).bytes)
        try world.exchange()
        for replica in [world.a, world.b, c] {
            #expect(try world.row(replica)?["phone"] == "04")
        }
        #expect(try world.b.inbox().map(\.kind) == [.suspiciousClock])
        world.stores.clock.set(Self.in2099 + 1)
        try world.b.write { _ in }
        #expect(try world.b.inbox().isEmpty)
    }

    @Test func `a dismissed clock is listed again once it strays farther; 1970 is noted too`()
        throws
    {
        let clock = ManualClock(Self.in2099)
        let c = try world.stores.make("c", try PeopleSchema.schema(), clock: clock)
        func send(_ name: Value) throws {
            try c.write { try $0.insert("person", id: $0.newID(), ["name": name]) }
            try world.b.apply(try c.delta(since: world.b.versionVector).bytes)
        }
        try send("Lou")
        let line = try #require(try world.b.inbox().first)
        try world.b.resolve(line, .dismiss, who: "Luc", why: "prévenu")
        try send("Max")
        #expect(try world.b.inbox().isEmpty)
        clock.advance(days: 1)
        try send("Eva")
        try world.b.resolve(try #require(try world.b.inbox().first), .dismiss, who: "Luc", why: "")
        clock.set(1_000)
        try send("Ana")
        #expect(try world.b.inbox().isEmpty)
        let d = try world.stores.make("d", try PeopleSchema.schema(), clock: ManualClock(5_000))
        try d.write { try $0.insert("person", id: $0.newID(), ["name": "Éva"]) }
        try world.b.apply(try d.delta(since: world.b.versionVector).bytes)
        #expect(try world.b.inbox().map(\.writer) == [d.id])
        #expect(try world.b.inbox().map(\.milliseconds) == [5_000])
    }

    @Test func `rescued work is adopted into its row, or makes it again, or is dismissed`() throws {
        let gone = RecordID.natural("person", [9])
        try world.a.write { transaction in
            for (id, tag, value) in [
                (world.id, 2, Value.text("08")), (world.id, 4, .text("[\"FT\"]")),
                (gone, 1, .text("Lou")), (gone, 2, .text("09")), (world.id, 1, .text("Zoë")),
            ] {
                try world.rescue(transaction, id, tag, value)
            }
        }
        func line(_ field: String, _ id: RecordID) throws -> InboxEntry {
            try #require(try world.a.inbox().first { $0.field == field && $0.id == id })
        }
        #expect(try world.a.inbox().map(\.kind) == Array(repeating: .rescued, count: 5))
        #expect(try line("phone", world.id).shown == "01")
        let adopted = try world.a.resolve(
            try line("phone", world.id),
            .adopt,
            who: "Nadia",
            why: ""
        )
        try world.a.resolve(try line("known_to", world.id), .adopt, who: "Nadia", why: "")
        #expect(try world.row(world.a)?["phone"] == "08")
        #expect(try world.row(world.a)?["known_to"] == "[\"FT\",\"ML\"]")
        let dismissed = try world.a.resolve(
            try line("name", world.id),
            .dismiss,
            who: "Nadia",
            why: ""
        )
        try world.a.resolve(try line("phone", gone), .adopt, who: "Nadia", why: "")
        let made = try world.a.read {
            try String.fetchAll($0, sql: "SELECT name || phone FROM person WHERE name = 'Lou'")
        }
        #expect(made == ["Lou09"])
        #expect(try world.a.inbox().isEmpty)
        try world.a.undo(dismissed, who: "Nadia", why: "")
        #expect(try world.a.inbox().map(\.other) == ["Zoë"])
        try world.a.undo(adopted, who: "Nadia", why: "")
        #expect(try world.row(world.a)?["phone"] == "01")
        #expect(try world.a.inbox().map(\.kind).contains(.reopened))
    }

    @Test func `a line is decided as its kind allows, and only as it stands`() throws {
        try world.change(world.a, ["phone": "02"])
        try world.change(world.b, ["phone": "03"])
        try world.exchange()
        let line = try #require(try world.a.inbox().first)
        for wrong in [Resolution.delete, .adopt, .dismiss, .write(7)] {
            let refusal = #expect(throws: ReplicaError.self) {
                try world.a.resolve(line, wrong, who: "Nadia", why: "")
            }
            #expect(refusal?.code == .badValue)
        }
        #expect(try world.a.inbox() == [line])
        #expect(try world.a.decisions().isEmpty)
        try world.change(world.a, ["phone": "04"])
        let late = #expect(throws: ReplicaError.self) {
            try world.a.resolve(line, .keep, who: "Nadia", why: "")
        }
        #expect(late?.code == .notFound)
    }

    /// 2099-01-01T00:00:00Z.
    private static let in2099: UInt64 = 4_070_908_800_000
}
