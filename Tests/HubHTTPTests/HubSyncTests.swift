import BundleFormat
import Causality
import Custody
import CustodyKit
import Exchange
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

/// Two laptops synchronise over HTTP as they do by folder.
struct HubSyncTests {
    private let world: HubWorld
    private let first: InventedLaptop

    init() throws {
        world = try HubWorld()
        first = try world.laptops.found().laptop
    }

    @Test func `what one laptop writes the other reads, and an idle sync is one request`()
        async throws
    {
        let hub = try await world.start(first)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        let second = try world.laptops.join("second", first)
        try await world.sync(first, hub)
        try await world.sync(second, hub)
        #expect(try second.names() == ["Zoé"])
        try second.write(InventedLaptops.id(2), ["name": "Yves"])
        try await world.sync(second, hub)
        let report = try await world.sync(first, hub)
        #expect(report.refusals.isEmpty)
        #expect(try first.names() == ["Yves", "Zoé"])
        #expect(first.replica.versionVector == second.replica.versionVector)
        try await world.sync(second, hub)
        try await world.sync(first, hub)
        let before = hub.desk.answered
        let idle = try await world.sync(first, hub)
        #expect(idle.sent == 0)
        #expect(hub.desk.answered == before + 1)
        try await hub.stop()
    }

    @Test func `the hub and a folder carry the same bytes`() async throws {
        let hub = try await world.start(first)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try await world.sync(first, hub)
        let landlord = try first.custody.log().roster.landlord
        let mailbox = try #require(hub.folder.mailbox(of: landlord))
        let listing = try await mailbox.list(since: 0)
        #expect(!listing.events.isEmpty)
        for event in listing.events {
            let hash = try #require(ContentHash(hex: event.hash))
            let piece = try #require(try await mailbox.fetch(hash, from: 0, count: 64 << 20))
            // A colleague takes from a folder what the hub carried.
            try HostFolder(world.laptops.share).write(piece.bytes, as: "\(event.hash).passerelle")
        }
        let second = try world.laptops.join("second", first)
        try await world.sync(first, hub)
        let bundles = try await mailbox.list(since: listing.position).events
        for event in bundles {
            let hash = try #require(ContentHash(hex: event.hash))
            let piece = try #require(try await mailbox.fetch(hash, from: 0, count: 64 << 20))
            try HostFolder(world.laptops.share).write(piece.bytes, as: "\(event.hash).passerelle")
        }
        try world.laptops.sync(second)
        #expect(try second.names() == ["Zoé"])
        try await hub.stop()
    }

    @Test func `what was acknowledged is there after a restart, with the same epoch`() async throws
    {
        var hub = try await world.start(first)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        let second = try world.laptops.join("second", first)
        try await world.sync(first, hub)
        try await hub.stop()
        hub = try await world.start(first)
        try await world.sync(second, hub)
        #expect(try second.names() == ["Zoé"])
        try await hub.stop()
    }

    @Test func `a hub that begins anew is offered again what it lost`() async throws {
        var hub = try await world.start(first)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        let second = try world.laptops.join("second", first)
        try await world.sync(first, hub)
        let key = try Data(contentsOf: URL(fileURLWithPath: world.data + "/hub.key"))
        try await hub.stop()
        try FileManager.default.removeItem(atPath: world.data)
        try FileManager.default.createDirectory(
            atPath: world.data,
            withIntermediateDirectories: true
        )
        try key.write(to: URL(fileURLWithPath: world.data + "/hub.key"))
        hub = try await world.start(first)
        try await world.sync(first, hub)
        try await world.sync(second, hub)
        #expect(try second.names() == ["Zoé"])
        try await hub.stop()
    }

    @Test func `a hub that shows an older state is told apart, and nothing is sent`() async throws {
        var hub = try await world.start(first)
        try await world.sync(first, hub)
        try await hub.stop()
        let old = world.laptops.folder("hub-old")
        try FileManager.default.copyItem(atPath: world.data, toPath: old)
        hub = try await world.start(first)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try await world.sync(first, hub)
        try await hub.stop()
        try FileManager.default.removeItem(atPath: world.data)
        try FileManager.default.moveItem(atPath: old, toPath: world.data)
        let evil = try await world.start(first)
        await #expect(throws: HubRoadFailure.oldState) { try await world.sync(first, evil) }
        try await evil.stop()
    }

    @Test func `another hub under the same address is refused by its key`() async throws {
        let hub = try await world.start(first)
        try await world.sync(first, hub)
        try await hub.stop()
        let other = try await RunningHub(
            at: world.laptops.folder("other"),
            clock: world.laptops.stores.clock,
            admitting: try first.custody.log().bytes
        )
        await #expect(throws: HubRoadFailure.otherHub) { try await world.sync(first, other) }
        try await other.stop()
    }

    @Test func `a device that the hub does not know yet is told what to do`() async throws {
        let hub = try await world.start(first)
        let second = try world.laptops.join("second", first)
        await #expect(throws: HubRoadFailure.refused(HubRefusal(.notFound))) {
            try await world.sync(second, hub)
        }
        try await world.sync(first, hub)
        try await world.sync(second, hub)
        try await hub.stop()
    }

    @Test func `nobody answers where there is no hub`() async throws {
        let hub = try await world.start(first)
        try await hub.stop()
        await #expect(throws: HubRoadFailure.unreachable) { try await world.sync(first, hub) }
    }

    @Test func `a new key of the hub reaches everybody through the log, over HTTP alone`()
        async throws
    {
        let second = try world.laptops.join("second", first)
        let hub = try await world.start(first)
        try await world.sync(first, hub)
        try await world.sync(second, hub)
        let old = try #require(try first.custody.log().roster.hub)
        let new = try hub.folder.renewKey(forgettingOld: false).verifyingKey
        #expect(new != old)
        // Nobody has heard of it: the old one answers.
        try await world.sync(second, at: hub.url, key: nil)
        try first.custody.name(hub: new)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try await world.sync(first, at: hub.url, key: nil)
        try await world.sync(second, at: hub.url, key: nil)
        #expect(try second.custody.log().roster.hub == new)
        #expect(try second.names() == ["Zoé"])
        let last = try hub.folder.renewKey(forgettingOld: true).verifyingKey
        await #expect(throws: HubRoadFailure.otherHub) {
            try await world.sync(second, at: hub.url, key: nil)
        }
        try first.custody.name(hub: last)
        try await world.sync(first, at: hub.url, key: nil)
        try await hub.stop()
    }
}
