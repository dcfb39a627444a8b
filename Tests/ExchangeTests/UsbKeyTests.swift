import BundleFormat
import Causality
import Exchange
import FolderExchange
import Foundation
import HostSystem
import Records
import ReplicaStore
import TestKit
import Testing

/// Scenario 8: a USB key that brings bundles 41 to 47, number 43 on a second key.
struct UsbKeyTests {
    // 88 changes in 41 and 42, 43 in the missing one, 181 in 44 to 47: 312.
    private static let changes = [50, 38, 43, 40, 45, 46, 50]

    private let stores: TestStores
    private let sender: Replica
    private let receiver: Replica
    /// The bundles 41 to 47, by number.
    private var bundles: [UInt64: Envelope] = [:]

    init() throws {
        stores = try TestStores(seed: 8)
        sender = try stores.make("a", try NoteSchema.make())
        receiver = try stores.make("b", try NoteSchema.make())
        for number in UInt64(1)...47 {
            let base = sender.versionVector
            try Self.write(number <= 40 ? 1 : Self.changes[Int(number) - 41], to: sender)
            let envelope = try Self.bundle(sender, since: base)
            #expect(envelope.sequence == number)
            if number <= 40 {
                #expect(try Receiver(receiver).receive(envelope.bytes) == .applied(changes: 1))
            } else {
                bundles[number] = envelope
            }
        }
    }

    private static func write(_ count: Int, to replica: Replica) throws {
        try replica.write { transaction in
            for number in 0..<count {
                try transaction.insert(
                    "note",
                    id: transaction.newID(),
                    ["text": .text("note \(number)")]
                )
            }
        }
    }

    private static func bundle(_ replica: Replica, since base: VersionVector) throws -> Envelope {
        try Envelope(try replica.delta(since: base), of: replica)
    }

    private func key(_ name: String, _ numbers: [UInt64]) throws -> SyncSession {
        let mailbox = FolderMailbox(HostFolder(try stores.folder.folder(name)))
        for number in numbers {
            let envelope = try #require(bundles[number])
            try mailbox.append(envelope.bytes, as: envelope.fileName)
        }
        return SyncSession(receiver, mailbox)
    }

    private func count() throws -> Int {
        try receiver.delta(since: VersionVector()).rowCount
    }

    @Test func `88 applied and 181 held, then 312 once bundle 43 has come, then nothing`() throws {
        let first = try key("key1", [41, 42, 44, 45, 46, 47]).pull()
        #expect(first.applied == 88)
        #expect(first.held == 181)
        #expect(first.missing == [MissingBundles(sender: sender.id, sequences: [43])])
        #expect(try count() == 40 + 88)

        let second = try key("key2", [43]).pull()
        #expect(second.applied == 43 + 181)
        #expect(first.applied + second.applied == 312)
        #expect(second.held == 0)
        #expect(second.missing.isEmpty)
        #expect(try count() == 40 + 312)

        let vector = receiver.versionVector
        let again = try key("key1", []).pull()
        #expect(again.applied == 0)
        #expect(again.known == 6)
        #expect(receiver.versionVector == vector)
    }

    @Test func `a tampered bundle and another landlord's are refused, and stop nobody else`() throws
    {
        var tampered = try #require(bundles[42]).bytes
        tampered[tampered.count / 2] ^= 1
        let folder = try stores.folder.folder("key3")
        try HostFolder(folder).write(tampered, as: "B4-tampered.passerelle")
        let foreign = try TestStores.partition("B5", stores.entropy)
        let stranger = try Replica.create(
            in: try stores.folder.folder("b5"),
            foreign,
            try NoteSchema.make(),
            stores.environment()
        )
        try Self.write(3, to: stranger)
        try HostFolder(folder).write(
            try Self.bundle(stranger, since: VersionVector()).bytes,
            as: "B4-00000000-00000001.passerelle"
        )
        let report = try key("key3", [41]).pull()
        #expect(report.applied == 50)
        #expect(report.refusals.count == 2)
        #expect(report.refusals.contains { $0.reason.contains("[bad-bundle]") })
        #expect(report.refusals.contains { $0.reason.contains("[other-partition]") })
        #expect(receiver.versionVector[stranger.id] == 0)
        #expect(try count() == 40 + 50)
    }

    @Test func `bundles in every order come to the same store`() throws {
        for seed in 0..<10 {
            var order = Array(bundles.keys).sorted()
            let entropy = SeededEntropy(UInt64(seed))
            for index in order.indices.reversed() {
                order.swapAt(index, entropy.below(index + 1))
            }
            let copy = try stores.make("copy\(seed)", try NoteSchema.make())
            let first40 = try sender.delta(since: VersionVector())
            let receiver = Receiver(copy)
            for number in order + order {
                _ = try receiver.receive(try #require(bundles[number]).bytes)
                _ = try receiver.applyHeld()
            }
            #expect(try receiver.waiting().changes == 312)
            try copy.apply(first40.bytes)
            _ = try receiver.applyHeld()
            #expect(copy.versionVector == sender.versionVector)
            #expect(try receiver.waiting().changes == 0)
        }
    }
}
