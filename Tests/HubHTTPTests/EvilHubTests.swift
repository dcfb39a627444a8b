import Causality
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

/// A hub with the right key that cheats about bundles: it is found out, and nothing is lost.
struct EvilHubTests {
    @Test func `a bundle left out of the listing is named with the sender's next one`() async throws
    {
        let evil = try await EvilWorld()
        try await evil.write(evil.first, 2, "Yves")
        try await evil.write(evil.first, 3, "Xavier")
        let report = try await evil.sync(evil.second) { asked, answer in
            guard asked.isListing else { return answer }
            return try answer.listing { $0.with($0.events.suffix(1)) }
        }
        #expect(report.missing.count == 1)
        #expect(try evil.second.names() == ["Zoé"])
        // Once it gives what it held back, nothing is missing.
        #expect(try await evil.settles(evil.first, evil.second))
        #expect(try evil.second.names().count == 3)
        try await evil.honest.stop()
    }

    @Test func `all bundles of one colleague left out are named with another one's`() async throws {
        let evil = try await EvilWorld()
        let third = try evil.world.laptops.join("third", evil.first)
        for laptop in [evil.first, third] { try await evil.world.sync(laptop, evil.honest) }
        try await evil.write(evil.first, 2, "Yves")
        try await evil.world.sync(third, evil.honest)
        try await evil.write(third, 3, "Xavier")
        let sender = evil.first.replica.id
        let report = try await evil.sync(evil.second) { asked, answer in
            guard asked.isListing else { return answer }
            return try answer.listing { listing in
                listing.with(
                    listing.events.filter { event in
                        let header = event.header.flatMap { try? SealedBundle.Header(Array($0)) }
                        return header?.fields.sender != sender
                    }
                )
            }
        }
        #expect(report.withheld.map(\.sender) == [sender])
        #expect(try await evil.settles(evil.first, evil.second, third))
        #expect(try evil.second.names().count == 3)
        try await evil.honest.stop()
    }

    @Test func `bundles in another order are applied all the same`() async throws {
        let evil = try await EvilWorld()
        for (number, name) in [(2, "Yves"), (3, "Xavier"), (4, "Wanda")] as [(UInt8, String)] {
            try await evil.write(evil.first, number, name)
        }
        let report = try await evil.sync(evil.second) { asked, answer in
            guard asked.isListing else { return answer }
            return try answer.listing { listing in
                listing.with(
                    zip(listing.events, listing.events.reversed()).map { place, event in
                        HubListing.Event(
                            position: place.position,
                            hash: event.hash,
                            header: event.header
                        )
                    }
                )
            }
        }
        #expect(report.refusals.isEmpty)
        #expect(try evil.second.names() == evil.first.names())
        try await evil.honest.stop()
    }

    @Test(arguments: ["falling", "beyond", "before", "endless"])
    func `positions that contradict each other stop the synchronisation`(_ trick: String)
        async throws
    {
        let evil = try await EvilWorld()
        try await evil.write(evil.first, 2, "Yves")
        try await evil.write(evil.first, 3, "Xavier")
        await #expect(throws: HubRoadFailure.badListing) {
            _ = try await evil.sync(evil.second) { asked, answer in
                guard asked.isListing else { return answer }
                return try answer.listing { listing in
                    switch trick {
                    case "falling": listing.with(listing.events.reversed())
                    case "beyond": listing.with(position: listing.position - 1)
                    case "before":
                        listing.with([
                            HubListing.Event(
                                position: 1,
                                hash: listing.events[0].hash,
                                header: listing.events[0].header
                            )
                        ])
                    default: listing.with([], hasMore: true)
                    }
                }
            }
        }
        #expect(try evil.second.names() == ["Zoé"])
        #expect(try await evil.settles(evil.first, evil.second))
        try await evil.honest.stop()
    }

    @Test func `two bundles whose bytes are exchanged are both refused`() async throws {
        let evil = try await EvilWorld()
        try await evil.write(evil.first, 2, "Yves")
        let third = try evil.world.laptops.join("third", evil.first)
        for laptop in [evil.first, third] { try await evil.world.sync(laptop, evil.honest) }
        try await evil.write(third, 3, "Xavier")
        let seen = Mutex<[String]>([])
        let honest = evil.honest
        let landlord = try evil.first.custody.log().roster.landlord
        let report = try await evil.sync(evil.second) { asked, answer in
            if asked.isListing {
                let hashes = try answer.listing.events.filter { $0.header != nil }.map(\.hash)
                seen.withLock { $0 = hashes }
                return answer
            }
            let hashes = seen.withLock { $0 }
            guard asked.isFetch, let mailbox = honest.folder.mailbox(of: landlord),
                let place = hashes.firstIndex(where: { asked.target.hasSuffix($0) }),
                let other = ContentHash(hex: hashes[(place + 1) % hashes.count]),
                let piece = try await mailbox.fetch(other, from: 0, count: HubLimits.piece)
            else { return answer }
            var answer = answer
            answer.bytes = piece.bytes
            answer.fields["content-range"] = "bytes 0-\(piece.total - 1)/\(piece.total)"
            return answer
        }
        #expect(report.codes.contains("hub-other-bytes"))
        #expect(report.applied == 0)
        #expect(try evil.second.names() == ["Zoé"])
        #expect(try await evil.settles(evil.first, evil.second, third))
        #expect(try evil.second.names().count == 3)
        try await evil.honest.stop()
    }

    @Test func `a bundle listed under another one's header is refused`() async throws {
        let evil = try await EvilWorld()
        try await evil.write(evil.first, 2, "Yves")
        try await evil.write(evil.first, 3, "Xavier")
        let report = try await evil.sync(evil.second) { asked, answer in
            guard asked.isListing else { return answer }
            return try answer.listing { listing in
                listing.with(
                    zip(listing.events, listing.events.rotated).map { event, other in
                        HubListing.Event(
                            position: event.position,
                            hash: event.hash,
                            header: other.header
                        )
                    }
                )
            }
        }
        #expect(report.codes.contains("hub-other-bytes"))
        #expect(report.applied == 0)
        try await evil.honest.stop()
    }

    @Test func `a header that claims our writes for a colleague silences nobody`() async throws {
        let evil = try await EvilWorld()
        try evil.second.write(InventedLaptops.id(2), ["name": "Yves"])
        let forged = try forgedBundle(evil)
        let report = try await evil.sync(evil.second) { asked, answer in
            if asked.isFetch, asked.target.hasSuffix(ContentHash(of: forged).description) {
                let range = "bytes 0-\(forged.count - 1)/\(forged.count)"
                var fields = answer.fields
                fields["content-range"] = range
                return EvilHub.Answer(status: 206, bytes: forged, fields: fields)
            }
            guard asked.isListing else { return answer }
            return try answer.listing { listing in
                let header = try SealedBundle.Header(forged)
                let event = HubListing.Event(
                    position: listing.position + 1,
                    hash: ContentHash(of: forged).description,
                    header: Data(forged[..<header.bodyStart])
                )
                return listing.with(listing.events + [event], position: listing.position + 1)
            }
        }
        #expect(report.codes == ["signature"])
        #expect(report.sent > 0)
        try await evil.world.sync(evil.first, evil.honest)
        #expect(try evil.first.names() == ["Yves", "Zoé"])
        try await evil.honest.stop()
    }

    /// What a hub can make: all that a colleague would say, under a signature of its own.
    private func forgedBundle(_ evil: EvilWorld) throws -> [UInt8] {
        let log = try evil.first.custody.log()
        let fields = SealedBundle.Fields(
            kind: .snapshot,
            partition: evil.world.laptops.stores.partition,
            device: evil.first.custody.device,
            sender: evil.first.replica.id,
            sequence: 9,
            previous: Digest256(of: [1], as: .bundleChain),
            base: VersionVector(),
            target: evil.second.replica.versionVector,
            membership: log.roster.head
        )
        return try SealedBundle.seal(
            [1, 2, 3],
            fields,
            to: log.roster.recipients(
                for: Month(milliseconds: evil.world.laptops.stores.clock.now())
            ),
            signedBy: try evil.honest.folder.key(),
            entropy: evil.world.laptops.stores.entropy
        )
    }
}

extension Array {
    /// Each element in the place of the one before it, the first in that of the last.
    fileprivate var rotated: [Element] { Array(dropFirst() + prefix(1)) }
}
