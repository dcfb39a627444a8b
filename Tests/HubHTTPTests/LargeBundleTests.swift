import Custody
import CustodyKit
import Foundation
import HTTPExchange
import HubStorage
import HubWire
import Membership
import Records
import TestKit
import Testing

/// A bundle of several pieces goes up and comes down whole.
struct LargeBundleTests {
    @Test func `rows of three mebibytes that compress badly reach the colleague`() async throws {
        let world = try HubWorld()
        let first = try world.laptops.found().laptop
        let hub = try await world.start(first)
        let second = try world.laptops.join("second", first)
        for number in 0..<UInt8(64) {
            let noise = world.laptops.stores.entropy.bytes(36 << 10)
            let name = Data(noise).base64EncodedString()
            try first.write(InventedLaptops.id(number), ["name": .text(name)])
        }
        try await world.sync(first, hub)
        let landlord = try first.custody.log().roster.landlord
        let mailbox = try #require(hub.folder.mailbox(of: landlord))
        let listing = try await mailbox.list(since: 0)
        let hash = try #require(listing.events.first.flatMap { ContentHash(hex: $0.hash) })
        let size = try #require(try await mailbox.fetch(hash, from: 0, count: 1)).total
        #expect(size > 2 * HubLimits.piece)
        try await world.sync(second, hub)
        #expect(try second.names() == first.names())
        try await hub.stop()
    }
}
