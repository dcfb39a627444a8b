import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// The region's partition is read by everybody: nothing about a person gets in, by any way.
struct RegionPartitionTests {
    private static let planted = "Zébulon Exemple"

    private let stores: TestStores
    private let store: Replica
    private let id = RecordID.natural("partner", [1])

    private static let partner = [
        Field(1, "name", .text, .dimension),
        Field(2, "trades", .text, .dimension, .set),
        Field(3, "places", .integer, .technical, .counter),
    ]

    private static func schema(
        _ kind: PartitionKind,
        adding fields: [Field] = [],
        and collections: [RecordCollection] = []
    ) throws -> Schema {
        let partner = RecordCollection("partner", fields: partner + fields)
        return try Schema(kind, [partner] + collections)
    }

    init() throws {
        stores = try TestStores(seed: 14)
        store = try Self.make("region", try Self.schema(.region), stores)
    }

    private static func make(
        _ name: String,
        _ schema: Schema,
        _ stores: TestStores
    ) throws -> Replica {
        let landlord = try TestStores.partition("R1", stores.entropy)
        let partition = try #require(
            PartitionID(kind: schema.partition, id: landlord.id, code: landlord.code)
        )
        return try Replica.create(
            in: try stores.folder.folder(name),
            partition,
            schema,
            stores.environment()
        )
    }

    /// A store that may declare anything, and says that its rows are the region's.
    private func stranger(
        _ name: String,
        _ fields: [Field] = [],
        _ collections: [RecordCollection] = []
    ) throws -> Replica {
        try Self.make(name, try Self.schema(.landlord, adding: fields, and: collections), stores)
    }

    private func expectRefused(_ sender: Replica) throws {
        let (vector, digests) = (store.versionVector, try store.digests())
        let delta = try sender.delta(since: VersionVector()).bytes
        let error = #expect(throws: ReplicaError.self) { try store.apply(delta) }
        #expect(error?.code == .unknownField)
        #expect(error?.message.contains(Self.planted) == false)
        #expect(store.versionVector == vector)
        let isSame = try store.digests() == digests
        #expect(isSame)
        #expect(try FolderScan(store.folder).found([Self.planted]) == [])
    }

    @Test(arguments: [PrivacyClass.personal, .sensitive])
    func `a field about a person is refused at declaration, also on opening`(_ class: PrivacyClass)
        throws
    {
        let field = Field(9, "contact", .text, `class`)
        #expect(
            throws: SchemaFailure.personalField(
                collection: "partner",
                field: "contact",
                partition: .region
            )
        ) { try Self.schema(.region, adding: [field]) }
        // Declared for a landlord, it does not open the region's store.
        try store.close()
        let error = #expect(throws: ReplicaError.self) {
            try Replica.open(
                in: store.folder,
                try Self.schema(.landlord, adding: [field]),
                stores.environment()
            )
        }
        #expect(error?.code == .otherPartition)
    }

    @Test func `a field that is not declared is refused at write, as record and as SQL`() throws {
        let vector = store.versionVector
        #expect(throws: ReplicaError.self) {
            try store.write {
                try $0.insert("partner", id: id, ["name": "Cap", "contact": .text(Self.planted)])
            }
        }
        #expect(throws: ReplicaError.self) {
            try store.write { transaction in
                try transaction.database.execute(
                    sql: "INSERT INTO partner (id, contact) VALUES (?, ?)",
                    arguments: [Data(id.bytes), Self.planted]
                )
            }
        }
        #expect(store.versionVector == vector)
        #expect(try FolderScan(store.folder).found([Self.planted]) == [])
    }

    @Test func `a field that is not declared is refused at decode, whatever its rule`() throws {
        let text = try stranger("text", [Field(9, "contact", .text, .personal)])
        try text.write {
            try $0.insert("partner", id: id, ["name": "Cap", "contact": .text(Self.planted)])
        }
        try expectRefused(text)
        let set = try stranger("set", [Field(9, "contacts", .text, .personal, .set)])
        try set.write {
            try $0.insert("partner", id: id, ["contacts": .text("[\"\(Self.planted)\"]")])
        }
        try expectRefused(set)
        let counter = try stranger("counter", [Field(9, "calls", .integer, .personal, .counter)])
        try counter.write { try $0.insert("partner", id: id, ["calls": 3]) }
        try expectRefused(counter)
    }

    @Test func `one row among many that holds an undeclared field refuses the bundle whole`() throws
    {
        let sender = try stranger("many", [Field(9, "contact", .text, .personal)])
        try sender.write { transaction in
            for number in 0..<2_000 {
                try transaction.insert(
                    "partner",
                    id: transaction.newID(),
                    ["name": .text("partner \(number)")]
                )
            }
        }
        try sender.write {
            try $0.insert("partner", id: id, ["contact": .text(Self.planted)])
        }
        try expectRefused(sender)
    }

    @Test func `a collection that is not declared is refused, and a deleted row of it`() throws {
        let notes = RecordCollection("note", fields: [Field(1, "text", .text, .personal)])
        let sender = try stranger("notes", [], [notes])
        let note = RecordID.natural("note", [1])
        try sender.write { try $0.insert("note", id: note, ["text": .text(Self.planted)]) }
        try expectRefused(sender)
        try sender.write { try $0.delete("note", id: note) }
        try expectRefused(sender)
    }

    @Test func `what is declared is taken, also after a refusal, and a landlord keeps the unknown`()
        throws
    {
        let bad = try stranger("bad", [Field(9, "contact", .text, .personal)])
        try bad.write { try $0.insert("partner", id: id, ["contact": .text(Self.planted)]) }
        try expectRefused(bad)
        let good = try stranger("good")
        try good.write {
            try $0.insert(
                "partner",
                id: id,
                ["name": "Cap emploi", "trades": .text("[\"K2204\"]"), "places": 3]
            )
        }
        #expect(try store.apply(try good.delta(since: VersionVector()).bytes).rows == 1)
        let landlord = try stranger("landlord")
        #expect(try landlord.apply(try bad.delta(since: VersionVector()).bytes).rows == 1)
        #expect(try FolderScan(landlord.folder).found([Self.planted]) == [Self.planted])
    }
}
