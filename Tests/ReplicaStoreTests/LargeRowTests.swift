import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// What is written can be sent: a row that no bundle would carry is refused where it is written.
struct LargeRowTests {
    private static let mebibyte = 1 << 20

    private let stores: TestStores
    private let replica: Replica
    private let id = RecordID.natural("person", [1])

    init() throws {
        stores = try TestStores(seed: 43)
        replica = try stores.make("a", try PeopleSchema.schema())
        try replica.write { try $0.insert("person", id: id, ["name": "Zoé"]) }
    }

    private static func text(_ mebibytes: Int) -> Value {
        .text(String(repeating: "x", count: mebibytes * mebibyte))
    }

    /// Runs a write that must be refused, and looks that nothing of it stays.
    private func refused(
        naming field: String,
        _ body: (WriteTransaction) throws -> Void
    ) throws {
        let before = replica.versionVector
        do {
            try replica.write(body)
            Issue.record("a row too large was taken")
        } catch let error as ReplicaError {
            #expect(error.code == .tooLarge)
            for word in ["‘person’", "‘\(field)’", "4194304"] {
                #expect(error.message.contains(word))
            }
            #expect(!error.message.contains("xxx"))
        }
        #expect(replica.versionVector == before)
        #expect(try replica.verify().isSound)
        #expect(try replica.delta(since: VersionVector()).rowCount == 1)
    }

    @Test func `a value too large is refused by the record calls`() throws {
        try refused(naming: "phone") {
            try $0.insert("person", id: $0.newID(), ["name": "Lou", "phone": Self.text(5)])
        }
        try refused(naming: "phone") {
            try $0.update("person", id: id, ["phone": Self.text(9)])
        }
        try refused(naming: "home") {
            let blob = Value.blob([UInt8](repeating: 1, count: 5 * Self.mebibyte))
            try $0.inserter("person", ["name", "home"]).insert($0.newID(), ["Lou", blob])
        }
        try refused(naming: "known_to") {
            let member = String(repeating: "x", count: 4_000)
            let members = (0..<1_100).map { "\($0) \(member)" }
            try $0.update("person", id: id, ["known_to": TextSet.column(members)])
        }
    }

    @Test func `a value too large is refused in free SQL`() throws {
        try refused(naming: "name") {
            try $0.database.execute(
                sql: "INSERT INTO person (id, name) VALUES (randomblob(16), ?)",
                arguments: [String(repeating: "x", count: 5 * Self.mebibyte)]
            )
        }
        try refused(naming: "phone") {
            try $0.database.execute(sql: "UPDATE person SET phone = hex(zeroblob(3000000))")
        }
    }

    @Test func `a row that grows field by field is refused where it becomes too large`() throws {
        try replica.write { try $0.update("person", id: id, ["name": Self.text(2)]) }
        try refused(naming: "phone") {
            try $0.update("person", id: id, ["phone": Self.text(3)])
        }
    }

    @Test func `two laptops that write the largest rows at once can still send the row`() throws {
        let other = try stores.make("b", try PeopleSchema.schema())
        try other.apply(try replica.delta(since: VersionVector()).bytes)
        // Four mebibytes, less a little for the clock.
        for (replica, letter) in [(replica, "a"), (other, "b")] {
            let name = String(repeating: letter, count: 4 * Self.mebibyte - 200)
            try replica.write { try $0.update("person", id: id, ["name": .text(name)]) }
        }
        try other.apply(try replica.delta(since: other.versionVector).bytes)
        #expect(try other.conflicts().count == 1)
        let third = try stores.make("c", try PeopleSchema.schema())
        try third.apply(try other.delta(since: VersionVector()).bytes)
        #expect(try third.digests().counted == other.digests().counted)
    }

    @Test func `a row that is deleted, or made smaller, is not measured by what it was`() throws {
        try replica.write { transaction in
            try transaction.update("person", id: id, ["name": Self.text(6)])
            try transaction.update("person", id: id, ["name": "Zoé"])
        }
        try replica.write { transaction in
            let other = transaction.newID()
            try transaction.insert("person", id: other, ["name": Self.text(6)])
            try transaction.delete("person", id: other)
            try transaction.update("person", id: id, ["phone": "01"])
        }
        #expect(try replica.verify().isSound)
    }
}
