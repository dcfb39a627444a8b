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

/// An invented landlord with a share, whose devices join one after the other.
package struct InventedLaptops {
    package static let passphrase = "une phrase inventée pour les tests"
    package let stores: TestStores
    package let share: String
    package let schema: Schema
    package let derivation: KeyDerivation

    package init(seed: UInt64 = 1, code: String = "B4") throws {
        stores = try TestStores(seed: seed, code: code)
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

    package func folder(_ name: String) -> String { stores.folder.path + "/" + name }

    package func found(_ name: String = "first") throws -> (
        laptop: InventedLaptop, kit: RecoveryKit
    ) {
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

    package func request(_ name: String) throws -> (custody: DeviceCustody, request: DeviceRequest)
    {
        try DeviceCustody.request(
            in: try stores.folder.folder(name),
            under: Self.passphrase,
            costing: derivation,
            stores.environment()
        )
    }

    /// Two files and six words.
    package func join(_ name: String, _ administrator: InventedLaptop) throws -> InventedLaptop {
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
    package func sync(
        _ laptop: InventedLaptop,
        _ folder: String? = nil,
        _ compaction: MailboxCompaction = MailboxCompaction()
    ) throws -> SyncReport {
        let disk = HostFolder(folder ?? share)
        return try SealedSync(laptop.custody, laptop.replica, disk, compaction).run()
    }

    /// The bytes of every bundle in the share.
    package func bundles() throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: share).sorted()
            .filter { $0.hasSuffix(".passerelle") }
            .map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: share + "/" + $0))) }
    }

    package static func id(_ number: UInt8) -> RecordID { .natural("person", [number]) }
}
