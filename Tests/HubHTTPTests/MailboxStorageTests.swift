import Custody
import CustodyKit
import Foundation
import HostSystem
import HubStorage
import HubWire
import Membership
import Records
import Sealing
import TestKit
import Testing

/// What the hub keeps, and what it refuses to keep.
struct MailboxStorageTests {
    private let world: InventedLaptops
    private let first: InventedLaptop
    private let folder: HubFolder
    private let mailbox: any MailboxStorage

    init() throws {
        world = try InventedLaptops()
        first = try world.found().laptop
        folder = try HubFolder(at: world.folder("hub"), SystemEntropy(), HostVolume())
        let log = try first.custody.log()
        try folder.admit(log.bytes)
        mailbox = try #require(folder.mailbox(of: log.roster.landlord))
    }

    /// One write, one bundle in the share; none is replaced.
    private func write(_ number: UInt8, _ name: String = "Zoé") throws {
        try first.write(InventedLaptops.id(number), ["name": .text(name)])
        try world.sync(first, nil, MailboxCompaction(few: 10_000, many: 10_000))
    }

    @Test func `bundles at once get positions of their own, and one each`() async throws {
        for number in 1...20 { try write(UInt8(number)) }
        let bundles = try world.bundles()
        let mailbox = mailbox
        let positions = try await withThrowingTaskGroup(of: UInt64.self) { group in
            for bundle in bundles + bundles {
                group.addTask { try await mailbox.append(bundle, on: 20_000).position }
            }
            return try await group.reduce(into: [UInt64]()) { $0.append($1) }
        }
        #expect(positions.count == 2 * bundles.count)
        #expect(Set(positions) == Set(1...UInt64(bundles.count)))
        #expect(try await mailbox.list(since: 0).events.count == bundles.count)
        #expect(try await mailbox.list(since: UInt64(bundles.count)).events.isEmpty)
    }

    @Test func `a listing longer than its cap goes on after its position`() async throws {
        for number in 0...UInt8.max { try write(number) }
        try write(0, "Yves")
        let bundles = try world.bundles()
        try #require(bundles.count > HubLimits.events)
        for bundle in bundles { _ = try await mailbox.append(bundle, on: 20_000) }
        let begin = try await mailbox.list(since: 0)
        #expect(begin.events.count == HubLimits.events)
        #expect(begin.hasMore)
        let end = try await mailbox.list(since: begin.position)
        #expect(begin.events.count + end.events.count == bundles.count)
        #expect(!end.hasMore)
    }

    @Test func `only what a kept snapshot covers is removed, and the removal is listed`()
        async throws
    {
        try write(1)
        try write(2)
        let bundles = try world.bundles()
        var hashes: [ContentHash] = []
        for bundle in bundles {
            _ = try await mailbox.append(bundle, on: 20_000)
            hashes.append(ContentHash(of: bundle))
        }
        let mailbox = mailbox
        for hash in hashes {
            await #expect(throws: HubRefusal(.notCovered)) {
                try await mailbox.removeCovered(hash)
            }
        }
        // The newcomer's snapshot tells all.
        _ = try world.join("second", first)
        try world.sync(first)
        #expect(try await mailbox.extend(try first.custody.log().bytes))
        for bundle in try world.bundles() { _ = try await mailbox.append(bundle, on: 20_000) }
        let before = try await mailbox.list(since: 0).position
        let hash = try #require(hashes.first)
        #expect(try await mailbox.removeCovered(hash))
        #expect(try await !mailbox.removeCovered(hash))
        let after = try await mailbox.list(since: before).events
        #expect(after.contains { $0.hash == hash.description && $0.header == nil })
    }

    @Test func `a log that contradicts the known one is refused, and changes nothing`()
        async throws
    {
        let before = mailbox.log()
        var other = try first.custody.log()
        _ = try world.join("second", first)
        let (_, request) = try world.request("third")
        let station = try #require(Station(number: 2))
        try other.append(
            .addDevice(station: station, device: request),
            signedBy: first.custody.identity
        )
        #expect(try await mailbox.extend(try first.custody.log().bytes))
        let kept = mailbox.log()
        #expect(kept != before)
        let (mailbox, forked) = (mailbox, other.bytes)
        await #expect(throws: HubRefusal(.forked)) { try await mailbox.extend(forked) }
        #expect(mailbox.log() == kept)
        #expect(try await !mailbox.extend(before))
    }

    @Test func `a bundle of somebody who is no member is refused by name`() async throws {
        let others = try InventedLaptops(seed: 2)
        let stranger = try others.found().laptop
        try stranger.write(InventedLaptops.id(1), ["name": "Zoé"])
        try others.sync(stranger)
        let bundle = try #require(try others.bundles().first)
        let mailbox = mailbox
        await #expect(throws: HubRefusal(.refused, "other-landlord")) {
            try await mailbox.append(bundle, on: 20_000)
        }
    }

    @Test func `a folder opened again holds the same mailbox`() async throws {
        try write(1)
        let bundle = try #require(try world.bundles().first)
        let hash = ContentHash(of: bundle)
        #expect(try await mailbox.append(bundle, on: 20_000).isNew)
        let epoch = try await mailbox.list(since: 0).epoch
        try folder.close()
        let again = try HubFolder(at: world.folder("hub"), SystemEntropy(), HostVolume())
        let opened = try #require(again.mailbox(of: try first.custody.log().roster.landlord))
        #expect(try await opened.list(since: 0).epoch == epoch)
        #expect(try await opened.fetch(hash, from: 0, count: 1 << 20)?.bytes == bundle)
        #expect(try await opened.fetch(hash, from: 5, count: 7)?.bytes == Array(bundle[5..<12]))
    }
}
