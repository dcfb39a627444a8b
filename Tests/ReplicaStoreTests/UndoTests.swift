import Causality
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Decisions are kept with who, when, why and what stood there, and can be undone.
struct UndoTests {
    private let world: InboxWorld

    init() throws {
        world = try InboxWorld()
        try world.change(world.a, ["mark": "seen.typed", "marked_at": 1])
        try world.change(world.b, ["mark": "absent.typed", "marked_at": 2])
        try world.exchange()
    }

    private func decide() throws -> Int64 {
        let line = try #require(try world.a.inbox().first)
        return try world.a.resolve(line, .write(line.other), who: "Nadia", why: "elle était là")
    }

    @Test func `a decision says who, when, why, and what stood there`() throws {
        let number = try decide()
        #expect(try world.row(world.a)?["mark"] == "seen.typed")
        #expect(try world.row(world.a)?["marked_at"] == 1)
        let decision = try #require(try world.a.decisions().first)
        #expect(decision.number == number)
        #expect((decision.kind, decision.action) == ("concurrent", "write"))
        #expect((decision.field, decision.id) == ("mark", world.id))
        #expect((decision.before, decision.after) == ("absent.typed", "seen.typed"))
        #expect((decision.who, decision.why) == ("Nadia", "elle était là"))
        #expect(decision.milliseconds == world.stores.clock.now())
        let others = try world.a.read {
            try String.fetchAll($0, sql: "SELECT others FROM passerelle_decisions")
        }
        #expect(others == ["'seen.typed'"])
    }

    @Test func `undone, what was shown is written again and the other version is listed`() throws {
        let number = try decide()
        try world.exchange()
        try world.a.undo(number, who: "Luc", why: "elle est partie avant")
        #expect(try world.row(world.a)?["mark"] == "absent.typed")
        #expect(try world.row(world.a)?["marked_at"] == 2)
        let line = try #require(try world.a.inbox().first)
        #expect(try world.a.inbox().count == 1)
        #expect(line.kind == .reopened)
        #expect((line.shown, line.other) == ("absent.typed", "seen.typed"))
        #expect(line.writer == world.a.id)
        try world.exchange()
        #expect(try world.row(world.b)?["mark"] == "absent.typed")
        #expect(try world.a.decisions().map(\.undoneBy) == [2, nil])
        #expect(try world.a.decisions().map(\.undoes) == [nil, 1])
        let again = #expect(throws: ReplicaError.self) {
            try world.a.undo(number, who: "Luc", why: "")
        }
        #expect(again?.code == .superseded)
        // Decided once more, the followers come along and the line is gone.
        try world.a.resolve(line, .write(line.other), who: "Nadia", why: "")
        #expect(try world.row(world.a)?["marked_at"] == 1)
        #expect(try world.a.inbox().isEmpty)
    }

    @Test func `a reopened line goes when somebody writes the field, here or elsewhere`() throws {
        try world.a.undo(try decide(), who: "Luc", why: "")
        #expect(try world.a.inbox().count == 1)
        try world.change(world.a, ["phone": "05"])
        #expect(try world.a.inbox().count == 1)
        try world.exchange()
        try world.change(world.b, ["mark": "seen.signed"])
        try world.exchange()
        #expect(try world.a.inbox().isEmpty)
    }

    @Test func `nothing is undone once somebody wrote since, here or elsewhere`() throws {
        let number = try decide()
        try world.exchange()
        try world.change(world.b, ["mark": "seen.signed"])
        try world.exchange()
        let refusal = #expect(throws: ReplicaError.self) {
            try world.a.undo(number, who: "Luc", why: "")
        }
        #expect(refusal?.code == .superseded)
        #expect(refusal?.message.contains("somebody wrote since decision 1") == true)
        #expect(try world.row(world.a)?["mark"] == "seen.signed")
        let none = #expect(throws: ReplicaError.self) {
            try world.a.undo(77, who: "Luc", why: "")
        }
        #expect(none?.code == .notFound)
    }
}
