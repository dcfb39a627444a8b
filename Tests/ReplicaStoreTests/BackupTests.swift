import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import Seams
import TestKit
import Testing

/// Backups that are whole and restores that touch nothing else.
struct BackupTests {
    private let stores: TestStores
    private let schema: Schema
    private let replica: Replica
    private let folder: String

    init() throws {
        stores = try TestStores(seed: 21)
        schema = try PeopleSchema.schema()
        replica = try stores.make("a", schema)
        folder = try stores.folder.folder("backups")
        try replica.write { transaction in
            for number in 0..<200 {
                let values: [String: Value] = ["name": .text("Personne \(number)"), "visits": 1]
                try transaction.insert("person", id: transaction.newID(), values)
            }
        }
    }

    private func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    private func restore(_ backup: String, into name: String) throws -> String {
        let target = try stores.folder.folder(name)
        try Replica.restore(from: backup, into: target, schema, stores.environment())
        return target
    }

    private func code(_ body: () throws -> Void) -> ReplicaError.Code? {
        #expect(throws: ReplicaError.self) { try body() }?.code
    }

    @Test func `a backup is one sound file of its owner, and restores to the same content`() throws
    {
        let path = folder + "/lundi.passerelle-backup"
        let report = try replica.backup(to: path)
        #expect(report.findings == [])
        #expect(report.rows == 200)
        #expect(try files() == ["lundi.passerelle-backup"])
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let target = try restore(path, into: "b")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: target).sorted() == [
                "replica.sqlite", "store.lock",
            ]
        )
        let restored = try Replica.open(in: target, schema, stores.environment())
        #expect(restored.versionVector == replica.versionVector)
        #expect(try restored.digests().counted == replica.digests().counted)
        let rows = try [replica, restored].map { store in
            try store.read { try Row.fetchAll($0, sql: "SELECT * FROM person ORDER BY id") }
        }
        #expect(rows[0] == rows[1])
    }

    @Test func `a restored store is marked to take an identity of its own`() throws {
        let path = folder + "/x"
        try replica.backup(to: path)
        let target = try restore(path, into: "b")
        let raw = try DatabaseQueue(path: target + "/" + Replica.fileName)
        let marks = try raw.read {
            try String.fetchAll($0, sql: "SELECT name FROM passerelle_mark")
        }
        #expect(marks == ["needs-new-identity"])
    }

    @Test func `backups made while another thread writes are each a state that was`() async throws {
        let writing = Task.detached {
            for number in 0..<300 {
                try replica.write { transaction in
                    for _ in 0..<2 {
                        let values: [String: Value] = ["name": .text("Essai \(number)")]
                        try transaction.insert("person", id: transaction.newID(), values)
                    }
                }
            }
        }
        var counts: [Int] = []
        for number in 0..<6 {
            let report = try replica.backup(to: folder + "/\(number)")
            #expect(report.findings == [])
            counts.append(report.rows)
        }
        try await writing.value
        #expect(counts == counts.sorted())
        // Two rows a transaction: no backup saw half of one.
        #expect(counts.allSatisfy { $0 % 2 == 0 })
        #expect(try replica.verify().rows == 800)
    }

    @Test func `nothing is replaced, and a failure leaves nothing`() throws {
        let path = folder + "/x"
        try Data("courrier".utf8).write(to: URL(fileURLWithPath: path))
        #expect(code { try replica.backup(to: path) } == .exists)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("courrier".utf8))
        #expect(code { try replica.backup(to: folder + "/nowhere/x") } == .missing)
        #expect(try files() == ["x"])
        let other = folder + "/y"
        try replica.backup(to: other)
        #expect(
            code {
                try Replica.restore(from: other, into: replica.folder, schema, stores.environment())
            } == .busy
        )
        try replica.close()
        #expect(
            code {
                try Replica.restore(from: other, into: replica.folder, schema, stores.environment())
            } == .exists
        )
        #expect(code { _ = try restore(path, into: "b") } == .notAStore)
        #expect(code { _ = try restore(folder + "/none", into: "b") } == .missing)
        let files = try FileManager.default.contentsOfDirectory(atPath: stores.folder.path + "/b")
        #expect(files == ["store.lock"])
    }

    @Test func `a store's own file copied by hand is no backup`() throws {
        let path = folder + "/copy.sqlite"
        try FileManager.default.copyItem(
            atPath: replica.folder + "/" + Replica.fileName,
            toPath: path
        )
        #expect(code { _ = try restore(path, into: "b") } == .notAStore)
    }

    @Test func `the log that another store left is never played into a restored one`() throws {
        let path = folder + "/x"
        try replica.backup(to: path)
        let target = try stores.folder.folder("b")
        let log = target + "/" + Replica.fileName + "-wal"
        try FileManager.default.copyItem(
            atPath: replica.folder + "/" + Replica.fileName + "-wal",
            toPath: log
        )
        #expect(code { _ = try restore(path, into: "b") } == .exists)
        #expect(FileManager.default.fileExists(atPath: log))
    }

    @Test func `a damaged backup is refused, and nothing is made`() throws {
        let path = folder + "/x"
        try replica.backup(to: path)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let middle = bytes.count / 8_192 * 4_096
        bytes.replaceSubrange(middle..<middle + 4_096, with: Data(count: 4_096))
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(code { _ = try restore(path, into: "b") } == .damaged)
        let files = try FileManager.default.contentsOfDirectory(atPath: stores.folder.path + "/b")
        #expect(files == ["store.lock"])
    }

    @Test func `what an interrupted creation left is cleared by the next`() throws {
        let target = try stores.folder.folder("half")
        for suffix in ["", "-journal", "-wal"] {
            let path = target + "/" + Replica.fileName + ".part" + suffix
            try Data("half a store".utf8).write(to: URL(fileURLWithPath: path))
        }
        let made = try Replica.create(
            in: target,
            stores.partition,
            schema,
            stores.environment()
        )
        #expect(try made.verify().findings == [])
        let files = try FileManager.default.contentsOfDirectory(atPath: target)
        #expect(files.filter { $0.contains(".part") } == [])
    }

    @Test func `a creation that fails leaves a folder where the next one succeeds`() throws {
        let target = try stores.folder.folder("unlucky")
        let unlucky = ReplicaEnvironment(
            clock: stores.clock,
            entropy: stores.entropy,
            volume: UnluckyVolume()
        )
        #expect(
            code { _ = try Replica.create(in: target, stores.partition, schema, unlucky) }
                == .diskFull
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: target) == ["store.lock"])
        let made = try Replica.create(in: target, stores.partition, schema, stores.environment())
        #expect(made.versionVector.isEmpty)
    }

    /// A disk that is full at the last step.
    private struct UnluckyVolume: Volume {
        private let volume = TestVolume()

        func networkFileSystem(at path: String) -> String? { nil }

        func isAbsent(_ path: String) -> Bool { volume.isAbsent(path) }

        func lock(folder: String) throws(DiskFailure) -> (any StoreLock)? {
            try volume.lock(folder: folder)
        }

        func fingerprint(of path: String) throws(DiskFailure) -> String? {
            try volume.fingerprint(of: path)
        }

        func disk(at folder: String) -> any Disk { volume.disk(at: folder) }

        func makeFile(_ path: String) throws(DiskFailure) { try volume.makeFile(path) }

        func settle(_ temporary: String, as path: String) throws(DiskFailure) {
            throw .full(path: path)
        }

        func remove(_ path: String) throws(DiskFailure) { try volume.remove(path) }
    }
}
