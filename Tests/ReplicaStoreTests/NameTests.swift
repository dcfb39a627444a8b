import Causality
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Names of collections and fields are free: words of SQL, and names that run into each other.
struct NameTests {
    @Test func `words of SQL are names like any other`() throws {
        let fields = [
            Field(1, "order", .text, .technical), Field(2, "group", .integer, .technical, .counter),
            Field(3, "select", .text, .technical, .set), Field(4, "where", .text, .technical),
        ]
        let table = RecordCollection("table", unique: [["where"]], fields: fields)
        let stores = try TestStores(seed: 3)
        let schema = try Schema(.region, [table])
        let partition = try #require(
            PartitionID(kind: .region, id: .natural("region", [1]), code: "R1")
        )
        let replicas = try ["a", "b"].map {
            try Replica.create(
                in: try stores.folder.folder($0),
                partition,
                schema,
                stores.environment()
            )
        }
        let id = RecordID.natural("table", [1])
        try replicas[0].write { transaction in
            try transaction.insert("table", id: id, ["order": "1", "group": 2, "where": "x"])
            try transaction.inserter("table", ["where"])
                .insert(RecordID.natural("table", [2]), ["x"])
        }
        try replicas[1].apply(try replicas[0].delta(since: VersionVector()).bytes)
        try replicas[0].write { try $0.update("table", id: id, ["order": "2", "group": 5]) }
        try replicas[1].write {
            try $0.database.execute(
                sql: #"UPDATE "table" SET "order" = '3', "group" = "group" + 1, "select" = '["s"]'"#
            )
        }
        try replicas[1].apply(try replicas[0].delta(since: replicas[1].versionVector).bytes)
        let row = try replicas[1].read {
            try String.fetchAll(
                $0,
                sql: #"SELECT "group" || "select" FROM "table" WHERE "group" IS NOT NULL"#
            )
        }
        #expect(row == [#"6["s"]"#])
        #expect(
            try replicas[1].inbox().map { "\($0.kind) \($0.field ?? "")" }.sorted()
                == ["concurrent order", "twins where"]
        )
        try replicas[1].write { try $0.delete("table", id: id) }
        #expect(try replicas[1].inbox().isEmpty)
    }

    @Test func `names that run into each other make triggers and indexes of their own`() throws {
        func text(_ tag: UInt8, _ name: String) -> Field { Field(tag, name, .text, .technical) }
        let schema = try Schema(
            .landlord,
            [
                RecordCollection("a", indexes: ["b_c"], fields: [text(1, "b_c"), text(2, "x")]),
                RecordCollection("a_updated_b", fields: [text(1, "c")]),
                RecordCollection("a_by_arrival", fields: [text(1, "c")]),
                RecordCollection("a_index_1", indexes: ["c"], fields: [text(1, "c")]),
                RecordCollection("a_updated", fields: [text(1, "b_updated_c")]),
            ]
        )
        let stores = try TestStores(seed: 3)
        let a = try stores.make("a", schema)
        try a.write { transaction in
            for collection in schema.collections {
                let field = collection.fields[0].name
                try transaction.insert(collection.name, id: transaction.newID(), [field: "1"])
            }
        }
        let before = a.versionVector[a.id]
        try a.write { transaction in
            for collection in schema.collections {
                let field = collection.fields[0].name
                try transaction.database.execute(
                    sql: "UPDATE \(collection.name) SET \(field) = '2'"
                )
            }
        }
        #expect(a.versionVector[a.id] == before + 5)
        let b = try stores.make("b", schema)
        try b.apply(try a.delta(since: VersionVector()).bytes)
        for collection in schema.collections {
            let field = collection.fields[0].name
            let values = try b.read {
                try String.fetchAll($0, sql: "SELECT \(field) FROM \(collection.name)")
            }
            #expect(values == ["2"])
        }
    }
}
