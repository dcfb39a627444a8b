import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Declared uniqueness: nothing is refused, nothing is lost, and all agree which row is the twin.
struct UniqueTests {
    private static func schema(_ unique: [[String]]) throws -> Schema {
        try Schema(
            .landlord,
            [
                RecordCollection(
                    "tenant",
                    unique: unique,
                    fields: [
                        Field(1, "name", .text, .personal),
                        Field(2, "erp_reference", .text, .personal),
                        Field(3, "estate", .integer, .technical),
                        Field(4, "badges", .text, .technical, .set),
                    ]
                )
            ]
        )
    }

    private let stores: TestStores
    private let a: Replica
    private let b: Replica

    init() throws {
        stores = try TestStores(seed: 11)
        a = try stores.make("a", try Self.schema([["erp_reference"]]))
        b = try stores.make("b", try Self.schema([["erp_reference"]]))
    }

    private func exchange() throws {
        try b.apply(try a.delta(since: b.versionVector).bytes)
        try a.apply(try b.delta(since: a.versionVector).bytes)
    }

    @discardableResult
    private func add(_ replica: Replica, _ name: String, _ reference: Value) throws -> RecordID {
        stores.clock.advance(milliseconds: 1_000)
        return try replica.write { transaction in
            let id = transaction.newID()
            try transaction.insert(
                "tenant",
                id: id,
                ["name": .text(name), "erp_reference": reference]
            )
            return id
        }
    }

    private func twins(_ replica: Replica) throws -> [RecordID?] {
        try replica.inbox().filter { $0.kind == .twins }.map(\.id)
    }

    @Test func `both rows stay, and every replica marks the later one`() throws {
        let first = try add(a, "Zoé", "E-1")
        let second = try add(b, "Zoé B.", "E-1")
        try exchange()
        for replica in [a, b] {
            let line = try #require(try replica.inbox().first)
            #expect(try replica.inbox().count == 1)
            #expect((line.kind, line.id) == (.twins, second))
            #expect((line.field, line.shown) == ("erp_reference", "E-1"))
            #expect(line.other == .blob(first.bytes))
            #expect(line.writer == b.id)
            let count = try replica.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM tenant")
            }
            #expect(count == 2)
        }
    }

    @Test func `nothing never clashes with nothing, nor a value with another`() throws {
        for reference: Value in [nil, nil, "E-1", "E-2"] { try add(a, "Lou", reference) }
        try exchange()
        #expect(try a.inbox().isEmpty && b.inbox().isEmpty)
    }

    @Test func `the mark goes where a value changes, a row goes, or the first one goes`() throws {
        let ids = try ["Lou", "Max", "Ana"].map { try add(a, $0, "E-1") }
        try exchange()
        #expect(try twins(b) == [ids[1], ids[2]])
        try b.write { try $0.delete("tenant", id: ids[0]) }
        try exchange()
        #expect(try twins(a) == [ids[2]])
        #expect(try twins(b) == [ids[2]])
        try a.write {
            try $0.database.execute(
                sql: "UPDATE tenant SET erp_reference = 'E-2' WHERE id = ?",
                arguments: [Data(ids[1].bytes)]
            )
        }
        try exchange()
        #expect(try twins(a).isEmpty && twins(b).isEmpty)
    }

    @Test func `written anew, the first one becomes the later one, on every replica`() throws {
        let first = try add(a, "Lou", "E-1")
        let second = try add(a, "Max", "E-1")
        try exchange()
        #expect(try twins(b) == [second])
        stores.clock.advance(milliseconds: 1_000)
        try b.write { try $0.update("tenant", id: first, ["erp_reference": "E-1"]) }
        try exchange()
        #expect(try twins(a) == [first] && twins(b) == [first])
    }

    @Test func `a twin is written apart, deleted, or said to be right`() throws {
        let ids = try ["Lou", "Max", "Ana"].map { try add(a, $0, "E-1") }
        func line(_ id: RecordID) throws -> InboxEntry {
            try #require(try a.inbox().first { $0.id == id })
        }
        let written = try a.resolve(try line(ids[1]), .write("E-2"), who: "Nadia", why: "faute")
        #expect(try twins(a) == [ids[2]])
        let right = try a.resolve(try line(ids[2]), .keep, who: "Nadia", why: "colocataires")
        #expect(try twins(a).isEmpty)
        try a.undo(written, who: "Nadia", why: "")
        // The value is written anew: it is the latest of the three.
        #expect(try twins(a) == [ids[1]])
        try a.undo(right, who: "Nadia", why: "")
        #expect(try twins(a) == [ids[1], ids[2]])
        try a.resolve(try line(ids[1]), .delete, who: "Nadia", why: "doublon")
        try exchange()
        #expect(try twins(b) == [ids[2]])
    }

    @Test
    func `a declaration made later finds the twins that stand, and one withdrawn forgets them`()
        throws
    {
        let before = try stores.make("c", try Self.schema([]))
        let ids = try ["Lou", "Max"].map { try add(before, $0, "E-1") }
        #expect(try before.inbox().isEmpty)
        try before.close()
        func reopen(_ unique: [[String]]) throws -> Replica {
            try Replica.open(in: before.folder, try Self.schema(unique), stores.environment())
        }
        let declared = try reopen([["estate", "name"], ["erp_reference"]])
        #expect(try twins(declared) == [ids[1]])
        #expect(try declared.inbox().map(\.number) == [2])
        try declared.close()
        let withdrawn = try reopen([])
        #expect(try withdrawn.inbox().isEmpty)
    }

    @Test func `a row of several fields clashes where all of them are equal`() throws {
        let c = try stores.make("c", try Self.schema([["estate", "name"]]))
        func add(_ name: Value, _ estate: Value) throws {
            try c.write {
                try $0.insert("tenant", id: $0.newID(), ["name": name, "estate": estate])
            }
        }
        for (name, estate): (Value, Value) in [("Lou", 1), ("Lou", 2), ("Max", 1), ("Lou", nil)] {
            try add(name, estate)
        }
        #expect(try c.inbox().isEmpty)
        try add("Lou", 2)
        #expect(try c.inbox().map(\.field) == ["estate, name"])
    }

    @Test func `a declaration over a set, over nothing, or over one field twice is refused`() throws
    {
        for fields in [["badges"], [], ["name", "name"], ["nobody"]] {
            #expect(throws: SchemaFailure.badUnique(collection: "tenant", fields: fields)) {
                _ = try Self.schema([fields])
            }
        }
    }

    @Test(arguments: 0..<20)
    func `random worlds agree on every mark`(_ seed: UInt64) throws {
        let stores = try TestStores(seed: 1_000 + seed)
        let clocks = (0..<3).map { _ in ManualClock() }
        let schema = try Self.schema([["erp_reference"], ["estate", "name"]])
        let replicas = try clocks.enumerated().map {
            try stores.make("r\($0)", schema, clock: $1)
        }
        for _ in 0..<60 {
            let index = stores.entropy.below(3)
            clocks[index].advance(milliseconds: Int64(stores.entropy.below(4)) * 500 - 500)
            try step(replicas[index], replicas[stores.entropy.below(3)], stores.entropy)
        }
        for _ in 0..<2 {
            for sender in replicas {
                for receiver in replicas where receiver.id != sender.id {
                    try receiver.apply(try sender.delta(since: receiver.versionVector).bytes)
                }
            }
        }
        let marks = try replicas.map { try $0.inbox().filter { $0.kind == .twins } }
        let texts = marks.map { $0.map { "\($0)" }.joined(separator: "\n") }
        #expect(texts[1] == texts[0])
        #expect(texts[2] == texts[0])
        // What an independent count finds: each group leaves one row unmarked.
        let groups = try replicas[0].read {
            try Int.fetchOne(
                $0,
                sql: """
                    SELECT total(n) FROM (SELECT count(*) - 1 AS n FROM tenant
                        WHERE erp_reference IS NOT NULL GROUP BY erp_reference)
                    """
            )
        }
        #expect(marks[0].filter { $0.kind == .twins && $0.number == 1 }.count == groups)
    }

    private func step(_ replica: Replica, _ other: Replica, _ entropy: SeededEntropy) throws {
        let id = RecordID.natural("tenant", [UInt8(entropy.below(5))])
        let reference: Value = entropy.below(4) == 0 ? nil : .text("E-\(entropy.below(3))")
        switch entropy.below(6) {
        case 0: try replica.write { _ = try $0.delete("tenant", id: id) }
        case 1: try other.apply(try replica.delta(since: other.versionVector).bytes)
        case 2:
            try replica.write {
                try $0.update("tenant", id: id, ["name": .text("N"), "estate": 1])
            }
        default:
            try replica.write { transaction in
                if try transaction.update("tenant", id: id, ["erp_reference": reference]) { return }
                try transaction.insert("tenant", id: id, ["erp_reference": reference])
            }
        }
    }
}
