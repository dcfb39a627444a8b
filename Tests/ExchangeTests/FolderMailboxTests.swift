import BundleFormat
import Causality
import Exchange
import FolderExchange
import Foundation
import HostSystem
import Records
import ReplicaStore
import Seams
import TestKit
import Testing

/// A folder is a rough place: what lies there is looked at, never trusted.
struct FolderMailboxTests {
    private let stores: TestStores
    private let a: Replica
    private let b: Replica
    private let folder: String

    init() throws {
        stores = try TestStores(seed: 3)
        a = try stores.make("a", try NoteSchema.make())
        b = try stores.make("b", try NoteSchema.make())
        folder = try stores.folder.folder("share")
    }

    private func note(_ replica: Replica, _ text: String) throws {
        try replica.write {
            try $0.insert("note", id: $0.newID(), ["text": .text(text)])
        }
    }

    private func sync(_ replica: Replica) throws -> SyncReport {
        try SyncSession(replica, FolderMailbox(HostFolder(folder))).run()
    }

    @Test func `two replicas meet in a folder; with nothing to say nothing is written`() throws {
        try note(a, "un")
        #expect(try sync(a).sent == 1)
        try note(b, "deux")
        let report = try sync(b)
        #expect(report.applied == 1)
        #expect(report.sent == 1)
        #expect(try sync(a).applied == 1)
        #expect(a.versionVector == b.versionVector)
        let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(try sync(a).sent == 0)
        #expect(try sync(b).applied == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
        #expect(before.count == 2)
    }

    @Test func `a bundle that is still being copied is left alone, then taken whole`() throws {
        try note(a, String(repeating: "long ", count: 2_000))
        _ = try sync(a)
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        let whole = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        for count in stride(from: 0, to: whole.count, by: 1_000) {
            try whole.prefix(count).write(to: URL(fileURLWithPath: folder + "/" + name))
            let report = try SyncSession(b, FolderMailbox(HostFolder(folder))).pull()
            #expect(report.applied == 0)
            #expect(report.refusals.first?.reason.contains("[unfinished]") == true)
        }
        try whole.write(to: URL(fileURLWithPath: folder + "/" + name))
        #expect(try sync(b).applied == 1)
    }

    @Test func `a folder that is missing or full is named, and the store is as before`() throws {
        try note(a, "un")
        let vector = a.versionVector
        #expect(throws: DiskFailure.noFolder(path: "/nowhere/at/all")) {
            try SyncSession(a, FolderMailbox(HostFolder("/nowhere/at/all"))).run()
        }
        #expect(throws: DiskFailure.full(path: "key")) {
            try SyncSession(a, FolderMailbox(FullDisk())).run()
        }
        #expect(a.versionVector == vector)
        #expect(try sync(a).sent == 1)
    }

    @Test func `held bundles that announce too much, or stand far apart, stop nothing`() throws {
        let stranger = ReplicaID(high: 9, low: 9)
        for (sequence, low) in [(UInt64(2), UInt64(1)), (1 << 62, 3)] {
            let envelope = Envelope(
                kind: .delta,
                partition: a.partition,
                sender: stranger,
                sequence: sequence,
                base: VersionVector([ReplicaID(high: 8, low: low): 1]),
                target: VersionVector([
                    ReplicaID(high: 8, low: low): 1, ReplicaID(high: 7, low: 7): 1 << 63 - 1,
                    ReplicaID(high: 6, low: 6): 1 << 63 - 1, ReplicaID(high: 5, low: 5): 1 << 62,
                ]),
                body: []
            )
            try FolderMailbox(HostFolder(folder)).append(envelope.bytes, as: envelope.fileName)
        }
        try note(b, "un")
        let report = try sync(b)
        #expect(report.held == .max)
        #expect(report.missing.first?.sequences.count == 100)
        #expect(report.sent == 1)
        #expect(try sync(a).applied == 1)
    }

    @Test func `a bundle that was damaged in the folder is refused, and what builds on it waits`()
        throws
    {
        try note(a, "un")
        _ = try sync(a)
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        let url = URL(fileURLWithPath: folder + "/" + name)
        var bytes = try Data(contentsOf: url)
        bytes[bytes.count - 40] ^= 1
        try bytes.write(to: url)
        try note(b, "deux")
        #expect(try sync(b).refusals.count == 1)
        try note(a, "trois")
        _ = try sync(a)
        #expect(try sync(b).held > 0)
        // The remedy that the refusal names: without the damaged file, the sender says it all again.
        try FileManager.default.removeItem(at: url)
        #expect(try sync(a).sent > 0)
        _ = try sync(b)
        _ = try sync(a)
        #expect(try sync(b).held == 0)
        #expect(a.versionVector == b.versionVector)
    }

    /// A key with no room left.
    private struct FullDisk: Disk {
        func list(limit: Int) throws(DiskFailure) -> [String] { [] }
        func read(_ name: String, from: Int, count: Int) throws(DiskFailure) -> [UInt8] { [] }
        func size(of name: String) throws(DiskFailure) -> Int { 0 }
        func write(_ bytes: [UInt8], as name: String) throws(DiskFailure) {
            throw .full(path: "key")
        }
        func remove(_ name: String) throws(DiskFailure) {}
    }
}
