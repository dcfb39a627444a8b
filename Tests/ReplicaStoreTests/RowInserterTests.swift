import Causality
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// The prepared insertion of many rows.
struct RowInserterTests {
    private let stores: TestStores
    private let replica: Replica

    init() throws {
        stores = try TestStores()
        replica = try stores.make("a", try PeopleSchema.schema())
    }

    @Test func `rows inserted, updated twice and exchanged are the same on both sides`() throws {
        let ids = try replica.write { transaction in
            let inserter = try transaction.inserter("person", ["name", "known_to", "visits"])
            return try (0..<3).map { number in
                let id = transaction.newID()
                try inserter.insert(id, [.text("P\(number)"), .text("[\"ML\"]"), 2])
                return id
            }
        }
        #expect(replica.versionVector[replica.id] == 3)
        let other = try stores.make("b", try PeopleSchema.schema())
        try other.apply(try replica.delta(since: VersionVector()).bytes)
        for phone in ["01", "02é"] {
            try replica.write { transaction in
                let updater = try transaction.updater("person", ["phone"])
                for id in ids { try updater.update(id, [.text(phone)]) }
                try transaction.database.execute(sql: "UPDATE person SET name = name || '+'")
            }
            let application = try other.apply(try replica.delta(since: other.versionVector).bytes)
            #expect(application.rows == 3)
            #expect(application.siblings == 0)
        }
        let rows = try Self.rows(replica)
        #expect(rows.map { $0["name"] as String } == ["P0++", "P1++", "P2++"])
        #expect(rows.map { $0["phone"] as String } == ["02é", "02é", "02é"])
        #expect(try Self.rows(other) == rows)
        #expect(try other.digests().counted == replica.digests().counted)
        #expect(try replica.differences(from: other.delta(since: VersionVector()).bytes).isEmpty)
    }

    @Test func `a wrong value, a wrong number of values and a known identity are refused`() throws {
        let id = try replica.write { transaction in
            let id = transaction.newID()
            try transaction.insert("person", id: id, ["name": "Zoé"])
            return id
        }
        #expect(throws: ReplicaError.self) {
            try replica.write { try $0.inserter("person", ["name"]).insert($0.newID(), [7]) }
        }
        #expect(throws: ReplicaError.self) {
            try replica.write { try $0.inserter("person", ["name"]).insert($0.newID(), []) }
        }
        #expect(throws: ReplicaError.self) {
            try replica.write { try $0.inserter("person", ["name"]).insert(id, ["Lou"]) }
        }
        #expect(throws: ReplicaError.self) {
            try replica.write { _ = try $0.inserter("person", ["age"]) }
        }
        #expect(try Self.rows(replica).map { $0["name"] as String } == ["Zoé"])
        #expect(replica.versionVector[replica.id] == 1)
    }

    private static func rows(_ replica: Replica) throws -> [Row] {
        try replica.read {
            try Row.fetchAll(
                $0,
                sql: "SELECT id, name, phone, known_to, visits FROM person ORDER BY name"
            )
        }
    }
}
