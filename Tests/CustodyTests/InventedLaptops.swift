import BundleFormat
import Causality
import Custody
import Exchange
import Foundation
import GRDB
import HostSystem
import Membership
import Records
import ReplicaStore
import Sealing
import TestKit

/// One laptop of an invented landlord: a store, and the keys beside it.
struct InventedLaptop {
    let name: String
    let replica: Replica
    let custody: DeviceCustody

    func write(_ id: RecordID, _ values: [String: Value]) throws {
        try replica.write { transaction in
            if try !transaction.update("person", id: id, values) {
                try transaction.insert("person", id: id, values)
            }
        }
    }

    /// A bundle as it goes to somebody who knows so much.
    func bundle(since base: VersionVector) throws -> [UInt8] {
        let delta = try replica.delta(since: base)
        let envelope = Envelope(
            kind: .delta,
            partition: replica.partition,
            sender: replica.id,
            sequence: try replica.nextBundleNumber(),
            base: delta.base,
            target: delta.target,
            body: delta.bytes
        )
        return try SealedCustodian(custody).seal(envelope)
    }

    func names() throws -> [String] {
        try replica.read {
            try String.fetchAll($0, sql: "SELECT name FROM person ORDER BY name")
        }
    }
}

/// An invented landlord with a share, whose devices join one after the other.
struct InventedLaptops {
    static let passphrase = "une phrase inventée pour les tests"
    let stores: TestStores
    let share: String
    let schema: Schema
    let derivation: KeyDerivation

    init(seed: UInt64 = 1) throws {
        stores = try TestStores(seed: seed)
        stores.clock.set(1_770_710_400_000)
        share = try stores.folder.folder("share")
        derivation = try KeyDerivation(log2Rounds: 15, parallelism: 1)
        schema = try Schema(
            .landlord,
            [
                RecordCollection(
                    "person",
                    deleteRule: .editWins,
                    fields: [
                        Field(1, "name", .text, .personal),
                        Field(2, "phone", .text, .personal),
                        Field(3, "known_to", .text, .dimension, .set),
                    ]
                )
            ]
        )
    }

    func folder(_ name: String) -> String { stores.folder.path + "/" + name }

    func found(_ name: String = "first") throws -> (laptop: InventedLaptop, kit: RecoveryKit) {
        let replica = try stores.make(name, schema)
        let (custody, kit) = try DeviceCustody.found(
            in: folder(name),
            stores.partition,
            under: Self.passphrase,
            costing: derivation,
            stores.environment()
        )
        return (InventedLaptop(name: name, replica: replica, custody: custody), kit)
    }

    func request(_ name: String) throws -> (custody: DeviceCustody, request: DeviceRequest) {
        try DeviceCustody.request(
            in: try stores.folder.folder(name),
            under: Self.passphrase,
            costing: derivation,
            stores.environment()
        )
    }

    /// Two files and six words.
    func join(_ name: String, _ administrator: InventedLaptop) throws -> InventedLaptop {
        let (custody, request) = try request(name)
        let (invitation, _) = try administrator.custody.invite(request, into: stores.partition)
        let enrolment = try custody.accept(invitation, code: invitation.code.description)
        let replica = try Replica.create(
            in: folder(name),
            enrolment.partition,
            schema,
            stores.environment()
        )
        return InventedLaptop(name: name, replica: replica, custody: custody)
    }

    @discardableResult
    func sync(
        _ laptop: InventedLaptop,
        _ folder: String? = nil,
        _ compaction: MailboxCompaction = MailboxCompaction()
    ) throws -> SyncReport {
        let disk = HostFolder(folder ?? share)
        return try SealedSync(laptop.custody, laptop.replica, disk, compaction).run()
    }

    /// The bytes of every bundle in the share.
    func bundles() throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: share).sorted()
            .filter { $0.hasSuffix(".passerelle") }
            .map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: share + "/" + $0))) }
    }

    /// The membership log as it lies in the share.
    func log() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: logPath)))
    }

    func leave(log: [UInt8]) throws {
        try Data(log).write(to: URL(fileURLWithPath: logPath))
    }

    func leave(bundle: [UInt8]) throws {
        try Data(bundle).write(to: URL(fileURLWithPath: share + "/other.passerelle"))
    }

    static func id(_ number: UInt8) -> RecordID { .natural("person", [number]) }
}
