import BundleFormat
import Causality
import Custody
import CustodyKit
import Exchange
import FolderExchange
import Foundation
import HTTPExchange
import HostSystem
import HubServer
import HubStorage
import HubWire
import Membership
import Records
import ReplicaStore
import Sealing
import TestKit
import Testing

/// Scenarios 8, 13 and 14, over HTTP.
struct HubScenarioTests {
    private let world: HubWorld
    private let first: InventedLaptop
    private let second: InventedLaptop

    init() throws {
        world = try HubWorld(seed: 8)
        first = try world.laptops.found().laptop
        second = try world.laptops.join("second", first)
    }

    // MARK: 8

    /// 88 changes in the first two bundles, 43 in the one that is missing, 181 in the last four.
    private static let changes = [50, 38, 43, 40, 45, 46, 50]

    private func write(_ count: Int, _ bundle: Int) throws {
        try first.replica.write { transaction in
            for number in 0..<count {
                let values: [String: Value] = ["name": .text("\(bundle) \(number)")]
                try transaction.insert("person", id: transaction.newID(), values)
            }
        }
    }

    /// The first laptop's bundles, the last seven of them with the changes above.
    private func sevenBundles() throws -> [[UInt8]] {
        for (number, count) in ([1] + Self.changes).enumerated() {
            try write(count, number)
            try world.laptops.sync(first, nil, MailboxCompaction(few: 10_000, many: 10_000))
        }
        return try world.laptops.bundles().map { ($0, try BundleLabel($0).sequence) }
            .sorted { $0.1 < $1.1 }.map(\.0)
    }

    private func append(_ bundles: some Sequence<[UInt8]>, _ hub: RunningHub) async throws {
        let bundles = Array(bundles)
        try await apart {
            let connection = try world.connection(first, hub)
            defer { try? connection.close() }
            let landlord = try first.custody.log().roster.landlord
            let memory = HubMemory(key: hub.desk.publicKeyText)
            let road = HubRoad(connection, of: landlord, memory)
            for bundle in bundles { try road.append(bundle, as: "") }
        }
    }

    @Test func `8: one bundle of seven is missing, comes later, and 312 changes are there`()
        async throws
    {
        let bundles = try sevenBundles()
        let missing = bundles[bundles.count - 5]
        let hub = try await world.start(first)
        try await append(bundles.filter { $0 != missing }, hub)
        let before = UInt64(bundles.count - 7)
        let early = try await world.sync(second, hub)
        #expect(early.held == 181)
        let label = try BundleLabel(missing)
        #expect(
            early.missing
                == [MissingBundles(sender: first.replica.id, sequences: [label.sequence])]
        )
        try await append([missing], hub)
        let late = try await world.sync(second, hub)
        #expect(late.applied == 43 + 181)
        #expect(late.held == 0)
        #expect(late.missing.isEmpty)
        #expect(early.applied + late.applied >= 312)
        #expect(early.applied + late.applied <= 312 + before)
        #expect(try second.names().count == 313)
        #expect(try await world.sync(second, hub).applied == 0)
        try await hub.stop()
    }

    @Test func `8: a tampered bundle and another landlord's are refused, and stop nobody else`()
        async throws
    {
        let bundles = try sevenBundles()
        var tampered = try unwrap(bundles.last)
        tampered[tampered.count - 1] ^= 1
        let stranger = try InventedLaptops(seed: 80, code: "B5")
        let other = try stranger.found().laptop
        try other.write(InventedLaptops.id(1), ["name": "Zoé"])
        try stranger.sync(other)
        let foreign = try unwrap(try stranger.bundles().first)
        let hub = try await world.start(first)
        await #expect(throws: HubRoadFailure.refused(HubRefusal(.refused, "digest"))) {
            try await append([tampered], hub)
        }
        await #expect(throws: HubRoadFailure.refused(HubRefusal(.refused, "other-landlord"))) {
            try await append([foreign], hub)
        }
        try await append(bundles, hub)
        #expect(try await world.sync(second, hub).refusals.isEmpty)
        #expect(try second.names().count == 313)
        try await hub.stop()
    }

    // MARK: 13

    @Test func `13: four files of a revoked laptop wait in quarantine, none is lost`() async throws
    {
        let hub = try await world.start(first)
        try await world.sync(first, hub)
        try await world.sync(second, hub)
        let names = try first.names()
        let known = first.replica.versionVector
        try first.custody.revoke(try unwrap(Station(number: 2)), .left, known: known)
        for number in UInt8(1)...4 {
            try second.write(InventedLaptops.id(number), ["name": .text("Zoé \(number)")])
            try await world.sync(second, hub)
        }
        let report = try await world.sync(first, hub)
        #expect(report.quarantined == 4)
        #expect(try first.names() == names)
        #expect(try first.custody.quarantined().count == 4)
        // From now on the hub knows it too: the laptop is told, and keeps its work.
        try second.write(InventedLaptops.id(5), ["name": "Zoé 5"])
        await #expect(throws: HubRoadFailure.refused(HubRefusal(.notFound))) {
            try await world.sync(second, hub)
        }
        #expect(try second.names().count == 5)
        try await hub.stop()
    }

    // MARK: 14

    @Test func `14: a laptop restored from a week ago loses nothing and revives nothing`()
        async throws
    {
        let hub = try await world.start(first)
        for number in UInt8(1)...3 {
            try first.write(InventedLaptops.id(number), ["name": .text("Zoé \(number)")])
        }
        try await world.sync(first, hub)
        try await world.sync(second, hub)
        let backup = world.laptops.folder("backup.sqlite")
        try second.replica.backup(to: backup)
        world.laptops.stores.clock.advance(days: 7)
        try second.write(InventedLaptops.id(4), ["name": "Yves"])
        try await world.sync(second, hub)
        try await world.sync(first, hub)
        try first.replica.write { transaction in
            try transaction.delete("person", id: InventedLaptops.id(1))
        }
        try await world.sync(first, hub)
        let restored = try restored(from: backup)
        #expect(try restored.names() == ["Zoé 1", "Zoé 2", "Zoé 3"])
        try restored.write(InventedLaptops.id(5), ["name": "Ines"])
        for laptop in [restored, first, restored] { try await world.sync(laptop, hub) }
        let expected = ["Ines", "Yves", "Zoé 2", "Zoé 3"]
        #expect(try restored.names() == expected)
        #expect(try first.names() == expected)
        #expect(restored.replica.id != second.replica.id)
        try await hub.stop()
    }

    private func restored(from backup: String) throws -> InventedLaptop {
        let folder = try world.laptops.stores.folder.folder("restored")
        let environment = world.laptops.stores.environment()
        try Replica.restore(from: backup, into: folder, world.laptops.schema, environment)
        let replica = try Replica.open(in: folder, world.laptops.schema, environment)
        return InventedLaptop(name: "restored", replica: replica, custody: second.custody)
    }
}
