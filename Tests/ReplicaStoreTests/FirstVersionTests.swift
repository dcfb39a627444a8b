import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Stores and deltas of the first version are read for ever.
struct FirstVersionTests {
    private static let fixtures = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "sync-fixtures/engine-1")

    private let stores: TestStores

    init() throws { stores = try TestStores() }

    /// The store of the fixture, in a folder of its own.
    private func opened() throws -> Replica {
        let folder = try stores.folder.folder("first")
        try FileManager.default.copyItem(
            atPath: Self.fixtures.appending(path: "replica.sqlite").path,
            toPath: folder + "/" + Replica.fileName
        )
        return try Replica.open(in: folder, try PeopleSchema.schema(), stores.environment())
    }

    private func delta(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Self.fixtures.appending(path: "delta-0-\(name).bin")))
    }

    private func people(_ replica: Replica) throws -> [String] {
        try replica.read { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT name, phone, mark, marked_at, known_to, visits FROM person ORDER BY name"
            ).map { row in
                row.databaseValues.map { "\($0)" }.joined(separator: " ")
            }
        }
    }

    @Test func `a store of the first version opens with all that it knew`() throws {
        let store = try opened()
        #expect(try people(store).count == 4)
        #expect(Set(try store.conflicts().map(\.field)) == ["phone", "mark"])
        let digests = try store.digests()
        if let kept = digests.kept { #expect(kept == digests.counted) }
        #expect(try store.pendingDeletions() == 1)
    }

    @Test func `a store of the first version merges with one of today`() throws {
        let store = try opened()
        let today = try stores.make("today", try PeopleSchema.schema())
        try today.apply(try store.delta(since: VersionVector()).bytes)
        #expect(try people(today) == people(store))
        #expect(try today.digests().counted == store.digests().counted)
        try today.write { try $0.database.execute(sql: "UPDATE person SET phone = '01'") }
        try store.apply(try today.delta(since: store.versionVector).bytes)
        #expect(try people(today) == people(store))
        #expect(try store.conflicts().map(\.field) == ["mark"])
    }

    @Test func `deltas of format 0 bring a new store to where the old one was`() throws {
        let store = try opened()
        for names in [["fresh", "changes", "return"], ["whole"]] {
            let other = try stores.make(names.joined(), try PeopleSchema.schema())
            for name in names { try other.apply(try delta(name)) }
            #expect(other.versionVector == store.versionVector)
            #expect(try people(other) == people(store))
            #expect(try other.digests().counted == store.digests().counted)
        }
    }
}
