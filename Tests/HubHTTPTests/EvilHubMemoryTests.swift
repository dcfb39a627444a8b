import BundleFormat
import Custody
import CustodyKit
import Exchange
import Foundation
import HTTPExchange
import HubServer
import HubStorage
import HubWire
import Membership
import Records
import ReplicaStore
import Sealing
import Synchronization
import TestKit
import Testing

/// A hub with the right key that cheats about its past: what it promised, kept and told before.
struct EvilHubMemoryTests {
    @Test func `an answer to another request is refused by its signature`() async throws {
        let evil = try await EvilWorld()
        let kept = Mutex<EvilHub.Answer?>(nil)
        _ = try await evil.sync(evil.second) { asked, answer in
            if asked.isListing { kept.withLock { $0 = answer } }
            return answer
        }
        try await evil.write(evil.first, 2, "Yves")
        await #expect(throws: HubRoadFailure.otherHub) {
            _ = try await evil.sync(evil.second) { asked, answer in
                guard asked.isListing, var old = kept.withLock({ $0 }) else { return answer }
                old.isSigned = true
                return old
            }
        }
        #expect(try await evil.settles(evil.first, evil.second))
        try await evil.honest.stop()
    }

    @Test func `last week's state under its own epoch is named, and nothing is sent`() async throws
    {
        let evil = try await EvilWorld()
        let old = try await evil.copy("last-week")
        try await evil.write(evil.first, 2, "Yves")
        try await evil.world.sync(evil.second, evil.honest)
        for laptop in [evil.first, evil.second] {
            await #expect(throws: HubRoadFailure.oldState) {
                _ = try await evil.sync(laptop, behind: { _ in old }, EvilHub.unchanged)
            }
        }
        #expect(try await evil.settles(evil.first, evil.second))
        try await old.stop()
        try await evil.honest.stop()
    }

    @Test func `last week's state under a new epoch is named, and offered what it lacks`()
        async throws
    {
        let evil = try await EvilWorld()
        let old = try await evil.copy("last-week")
        try await evil.write(evil.first, 2, "Yves")
        let lastWeek: @Sendable (EvilHub.Asked) -> RunningHub? = { _ in old }
        let report = try await evil.sync(evil.first, behind: lastWeek) { asked, answer in
            guard asked.isListing else { return answer }
            return try answer.listing { $0.with(epoch: "forged") }
        }
        #expect(report.beganAnew)
        #expect(report.sent > 0)
        let landlord = try evil.first.custody.log().roster.landlord
        let mailbox = try #require(old.folder.mailbox(of: landlord))
        #expect(try await mailbox.list(since: 0).events.count == 3)
        try await old.stop()
        try await evil.honest.stop()
    }

    @Test func `two histories are named as soon as one meets the other`() async throws {
        let evil = try await EvilWorld()
        let other = try await evil.copy("other-history")
        try evil.second.write(InventedLaptops.id(2), ["name": "Yves"])
        _ = try await evil.sync(evil.second, behind: { _ in other }, EvilHub.unchanged)
        try await evil.write(evil.first, 3, "Xavier")
        let report = try await evil.sync(evil.second)
        #expect(report.codes == ["hub-lost"])
        #expect(report.sent > 0)
        #expect(try await evil.settles(evil.first, evil.second))
        #expect(try evil.first.names() == ["Xavier", "Yves", "Zoé"])
        try await other.stop()
        try await evil.honest.stop()
    }

    @Test func `two histories that went on are named with the first bundle that passes`()
        async throws
    {
        let evil = try await EvilWorld()
        let other = try await evil.copy("other-history")
        try evil.second.write(InventedLaptops.id(2), ["name": "Yves"])
        for _ in 1...2 {
            _ = try await evil.sync(evil.second, behind: { _ in other }, EvilHub.unchanged)
        }
        try await evil.write(evil.first, 3, "Xavier")
        _ = try await evil.sync(evil.second)
        #expect(try evil.second.names() == ["Yves", "Zoé"])
        try await evil.write(evil.first, 4, "Wanda")
        let report = try await evil.sync(evil.second)
        #expect(report.missing.map(\.sender) == [evil.first.replica.id])
        #expect(try await evil.settles(evil.first, evil.second))
        #expect(try evil.first.names() == ["Wanda", "Xavier", "Yves", "Zoé"])
        try await other.stop()
        try await evil.honest.stop()
    }

    @Test func `a bundle that was acknowledged and not kept is named and sent again`() async throws
    {
        let evil = try await EvilWorld()
        try evil.second.write(InventedLaptops.id(2), ["name": "Yves"])
        let honest = evil.honest
        let last = Mutex<UInt64>(0)
        let forgetful: @Sendable (EvilHub.Asked) -> RunningHub? = { $0.isOffer ? nil : honest }
        _ = try await evil.sync(evil.second, behind: forgetful) { asked, answer in
            if asked.isListing {
                let position = try answer.listing.position
                last.withLock { $0 = position }
            }
            guard asked.isOffer else { return answer }
            let told = "{\"position\":\(last.withLock { $0 } + 1)}"
            return EvilHub.Answer(status: 201, bytes: Array(told.utf8), fields: [:])
        }
        try await evil.write(evil.first, 3, "Xavier")
        let report = try await evil.world.sync(evil.second, honest)
        #expect(report.codes == ["hub-lost"])
        #expect(report.sent > 0)
        #expect(try await evil.settles(evil.first, evil.second))
        #expect(try evil.first.names() == ["Xavier", "Yves", "Zoé"])
        try await honest.stop()
    }

    @Test func `a bundle taken away without a snapshot is named and told again`() async throws {
        let evil = try await EvilWorld()
        try await evil.write(evil.first, 2, "Yves")
        try await evil.world.sync(evil.second, evil.honest)
        let landlord = try evil.first.custody.log().roster.landlord
        let mailbox = try #require(evil.honest.folder.mailbox(of: landlord))
        let hash = try #require(try await mailbox.list(since: 0).events.last?.hash)
        let report = try await evil.sync(evil.second) { asked, answer in
            guard asked.isListing else { return answer }
            return try answer.listing { listing in
                let event = HubListing.Event(
                    position: listing.position + 1,
                    hash: hash,
                    header: nil
                )
                return listing.with(listing.events + [event], position: listing.position + 1)
            }
        }
        #expect(report.codes == ["hub-removed"])
        #expect(report.sent > 0)
        try await evil.honest.stop()
    }

    @Test func `a member that the hub adds is refused by name`() async throws {
        let evil = try await EvilWorld()
        let log = try evil.first.custody.log()
        let entry = try MembershipEntry(
            landlord: log.roster.landlord,
            after: log.roster.head,
            .addDevice(
                station: try #require(Station(number: 9)),
                device: try evil.world.laptops.request("intruder").request
            ),
            signedBy: try evil.honest.folder.key()
        )
        var writer = ByteWriter()
        writer.raw(Array("PASSERELLE-MEMBERS".utf8))
        writer.byte(1)
        writer.count(log.entries.count + 1)
        for entry in log.entries + [entry] { writer.lengthPrefixed(entry.bytes) }
        let forged = writer.bytes
        let report = try await evil.sync(evil.second) { asked, answer in
            var answer = answer
            if asked.isLog { answer.bytes = forged }
            guard asked.isListing else { return answer }
            return try answer.listing { $0.with(members: ContentHash(of: forged).description) }
        }
        #expect(report.codes == ["not-administrator"])
        #expect(try evil.second.custody.log().roster.members.count == 2)
        try await evil.honest.stop()
    }

    @Test func `a revocation held back is named with the next bundle of who knows of it`()
        async throws
    {
        let evil = try await EvilWorld()
        let third = try evil.world.laptops.join("third", evil.first)
        for laptop in [evil.first, third] { try await evil.world.sync(laptop, evil.honest) }
        let old = try evil.first.custody.log().bytes
        try evil.first.custody.revoke(
            try #require(Station(number: 2)),
            .stolen,
            known: evil.first.replica.versionVector
        )
        try await evil.write(evil.first, 2, "Yves")
        let report = try await evil.sync(third) { asked, answer in
            var answer = answer
            if asked.isLog { answer.bytes = old }
            guard asked.isListing else { return answer }
            return try answer.listing { $0.with(members: ContentHash(of: old).description) }
        }
        #expect(report.codes == ["later-log"])
        #expect(try third.names() == ["Yves", "Zoé"])
        // The hub is honest again: the revocation comes.
        #expect(try await evil.world.sync(third, evil.honest).codes.isEmpty)
        #expect(try !third.custody.log().roster.isActive(evil.second.custody.device))
        try await evil.honest.stop()
    }
}
