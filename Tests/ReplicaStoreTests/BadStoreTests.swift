import Causality
import Foundation
import Records
import ReplicaStore
import TestKit
import Testing

/// Stores that cannot be opened: each gets its own code, and nothing is touched.
struct BadStoreTests {
    private let stores: TestStores
    private let schema: Schema

    init() throws {
        stores = try TestStores()
        schema = try PeopleSchema.schema()
    }

    private func code(_ body: () throws -> Replica) -> ReplicaError.Code? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? ReplicaError)?.code
        }
    }

    @Test func `a missing store, a folder that is taken, a file that is no store`() throws {
        let folder = try stores.folder.folder("x")
        #expect(code { try Replica.open(in: folder, schema, stores.environment()) } == .missing)
        let text = Data("Ceci est un courrier, pas une base.".utf8)
        let path = folder + "/" + Replica.fileName
        try (text + Data(count: 4_096)).write(to: URL(fileURLWithPath: path))
        #expect(code { try Replica.open(in: folder, schema, stores.environment()) } == .notAStore)
        #expect(
            code { try Replica.create(in: folder, stores.partition, schema, stores.environment()) }
                == .exists
        )
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: text))
    }

    @Test func `a network file system is refused before anything is written`() throws {
        let folder = try stores.folder.folder("nfs")
        let environment = ReplicaEnvironment(
            clock: stores.clock,
            entropy: stores.entropy,
            volume: TestVolume(network: "nfs4")
        )
        #expect(
            code { try Replica.create(in: folder, stores.partition, schema, environment) }
                == .networkFileSystem
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test func `one process writes: a second opening is refused while the first lives`() throws {
        let first = try stores.make("one", schema)
        #expect(
            code { try Replica.open(in: first.folder, schema, stores.environment()) } == .busy
        )
        try first.close()
    }

    @Test func `a store cut in the middle is reported, never replaced`() throws {
        let replica = try stores.make("cut", schema)
        try replica.write { transaction in
            for number in 0..<2_000 {
                try transaction.insert(
                    "person",
                    id: transaction.newID(),
                    ["name": .text("Personne \(number)")]
                )
            }
        }
        let folder = replica.folder
        try replica.close()
        try Self.cut(folder)
        let before = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + Replica.fileName))
        do {
            let opened = try Replica.open(in: folder, schema, stores.environment())
            _ = try opened.delta(since: .init())
            Issue.record("a damaged store was read as if whole")
        } catch let error as ReplicaError {
            #expect(error.code == .damaged)
        }
        let after = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + Replica.fileName))
        #expect(before == after)
    }

    /// Overwrites the pages after the first few with noise.
    private static func cut(_ folder: String) throws {
        let url = URL(fileURLWithPath: folder + "/" + Replica.fileName)
        var bytes = try Data(contentsOf: url)
        bytes.replaceSubrange(81_920..<bytes.count, with: Data(count: bytes.count - 81_920))
        try bytes.write(to: url)
    }
}
