import Custody
import CustodyKit
import Exchange
import Foundation
import GRDB
import HostSystem
import Hub
import HubStorage
import Records
import Region
import ReplicaStore
import TestKit
import Testing

/// A folder and the hub's mailbox tell each other what came by the other road, each thing once.
struct DropFolderTests {
    private func bundles(in share: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: share)
            .filter { $0.hasSuffix(".passerelle") }.sorted()
    }

    @Test func `what lies in a share comes to the mailbox, once`() async throws {
        let world = try await NightWorld()
        try world.first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(world.b4, world.first)
        let lying = try bundles(in: world.b4.share).count
        let report = try await world.night()
        #expect(report.roads[0].taken >= lying)
        // The region's snapshot lies beside what the laptop had left.
        #expect(report.landlords.first { $0.code == "B4" }?.bundles == lying + 1)
        world.clock.advance(days: 1)
        #expect(try await world.night().roads[0].taken == 0)
    }

    @Test func `what came by another road is given back, once, and not when it was taken away`()
        async throws
    {
        let world = try await NightWorld()
        try world.sync(world.b4, world.first)
        let second = try world.b4.join("second", world.first)
        try world.sync(world.b4, world.first)
        // The second laptop meets the hub alone: here, through a share that nobody else sees.
        let away = try world.b4.stores.folder.folder("away")
        let log = try unwrap(
            FileManager.default.contentsOfDirectory(atPath: world.b4.share)
                .first { $0.hasSuffix(".members") }
        )
        try FileManager.default.copyItem(
            atPath: world.b4.share + "/" + log,
            toPath: away + "/" + log
        )
        try second.write(InventedLaptops.id(2), ["name": "Yves"])
        try world.b4.sync(second, away)
        _ = try await world.done(.reconcile(day: nil, drops: [away], again: false))
        let report = try await world.night(again: true)
        #expect(report.roads[0].given > 0)
        try world.sync(world.b4, world.first)
        #expect(try world.first.names() == ["Yves"])
        for name in try bundles(in: world.b4.share) where name.contains("-hub-") {
            try FileManager.default.removeItem(atPath: world.b4.share + "/" + name)
        }
        #expect(try await world.night(again: true).roads[0].given == 0)
    }

    @Test func `nobody else's folder is given anything`() async throws {
        let world = try await NightWorld()
        try world.first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(world.b4, world.first)
        let drop = try world.b4.stores.folder.folder("sftp")
        for name in try bundles(in: world.b4.share) {
            try FileManager.default.moveItem(
                atPath: world.b4.share + "/" + name,
                toPath: drop + "/" + name
            )
        }
        let before = try bundles(in: drop)
        let order = HubOrder.reconcile(day: nil, drops: [drop], again: false)
        guard case .reconciled(let report, _) = try await world.done(order) else { return }
        #expect(report.roads[0].taken == before.count)
        #expect(report.roads[0].given == 0)
        #expect(try bundles(in: drop) == before)
    }

    @Test func `a programme of the region comes to every landlord, and partners go up and across`()
        async throws
    {
        let world = try await NightWorld()
        try world.sync(world.b4, world.first)
        try world.sync(world.b5, world.other)
        try await world.night()
        try world.sync(world.b4, world.first)
        try world.sync(world.b5, world.other)
        #expect(try codes(world, world.b5, world.other) == ["400L"])
        let region = try unwrap(try world.region(world.b4, world.first).open())
        try region.write { transaction in
            let values: [String: Value] = ["kind": "ML", "name": "Mission locale inventée"]
            try transaction.insert("partner", id: transaction.newID(), values)
        }
        try region.close()
        try world.sync(world.b4, world.first)
        world.clock.advance(days: 1)
        let report = try await world.night()
        #expect(report.region.applied == 1)
        #expect(report.region.refused.isEmpty)
        #expect(try world.sync(world.b5, world.other).region > 0)
        let there = try unwrap(try world.region(world.b5, world.other).open())
        defer { try? there.close() }
        #expect(
            try there.read { try String.fetchAll($0, sql: "SELECT name FROM partner") }
                == ["Mission locale inventée"]
        )
        // Told once: nothing is left of the laptop's own bundle.
        world.clock.advance(days: 1)
        let idle = try await world.night()
        #expect(idle.region.applied == 0)
        #expect(idle.region.posted == 0)
    }

    private func codes(
        _ world: NightWorld,
        _ landlord: InventedLaptops,
        _ laptop: InventedLaptop
    ) throws -> [String] {
        let region = try unwrap(try world.region(landlord, laptop).open())
        defer { try? region.close() }
        return try region.read { try String.fetchAll($0, sql: "SELECT code FROM programme") }
    }
}
