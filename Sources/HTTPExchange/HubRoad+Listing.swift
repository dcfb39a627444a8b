import Causality
import Exchange
import Foundation
import HubWire
import NIOHTTP1
import Sealing

/// What the hub told, held against what it told before.
extension HubRoad {
    /// The most bundles that a mailbox lists.
    private static let mostItems = 65_536

    /// What is new since the last listing, asked once a synchronisation.
    func refreshed() throws -> HubListing {
        if let told { return told }
        var listing = try listing(since: memory.position)
        if let epoch = memory.epoch, epoch != listing.epoch {
            // A restored hub: what it lost is offered again.
            memory.forgetListing()
            beganAnew = true
            listing = try self.listing(since: 0)
        }
        let before = memory
        do {
            try take(all: listing)
        } catch {
            // Nothing of a listing that cannot be is kept.
            memory = before
            throw error
        }
        return listing
    }

    /// Takes a listing and what follows it, and looks at what is missing then.
    private func take(all first: HubListing) throws {
        var listing = first
        guard listing.position >= memory.position else { throw HubRoadFailure.oldState }
        var gone = try take(listing)
        while listing.hasMore {
            listing = try self.listing(since: memory.position)
            gone += try take(listing)
        }
        guard listing.position >= memory.acknowledged else { throw HubRoadFailure.oldState }
        noteRemoved(gone)
        noteLost()
        told = listing
    }

    private func listing(since position: UInt64) throws -> HubListing {
        let reply = try connection.ask(.GET, path.bundles(since: position))
        guard let listing = try? JSONDecoder().decode(HubListing.self, from: Data(reply.bytes))
        else { throw HubRoadFailure.badAnswer }
        return listing
    }

    /// Takes one listing; what it says is gone that was here.
    private func take(_ listing: HubListing) throws -> [HubMemory.Item] {
        guard isSound(listing) else { throw HubRoadFailure.badListing }
        memory.epoch = listing.epoch
        memory.position = listing.position
        let named = Set(listing.events.map(\.hash))
        let left = Set(listing.events.filter { $0.header == nil }.map(\.hash))
        let gone = left.isEmpty ? [] : memory.items.filter { left.contains($0.hash) }
        if !named.isEmpty { memory.items.removeAll { named.contains($0.hash) } }
        for hash in named { memory.offered[hash] = nil }
        memory.items += listing.events.compactMap { event in
            event.header.map { HubMemory.Item(hash: event.hash, header: $0) }
        }
        guard memory.items.count <= Self.mostItems else { throw HubRoadFailure.badListing }
        return gone
    }

    /// Whether a listing is one that follows what is known: of the same life, its positions rising from
    /// there, and with something in it where it says that more follows.
    private func isSound(_ listing: HubListing) -> Bool {
        var last = memory.position
        for event in listing.events {
            guard event.position > last, ContentHash(hex: event.hash) != nil else { return false }
            last = event.position
        }
        let isComplete = listing.hasMore ? last == listing.position : last <= listing.position
        return isComplete && !(listing.hasMore && listing.events.isEmpty)
            && (memory.epoch ?? listing.epoch) == listing.epoch
    }

    /// Says which bundles the hub took away though no snapshot tells what they told.
    private func noteRemoved(_ gone: [HubMemory.Item]) {
        guard !gone.isEmpty else { return }
        let snapshots = memory.items.compactMap { Self.fields(of: $0) }
            .filter { $0.kind == .snapshot }
        let unreplaced = gone.compactMap { Self.fields(of: $0) }.filter { fields in
            !snapshots.contains { $0.target.covers(fields.target) }
        }
        guard !unreplaced.isEmpty else { return }
        notice(
            "the hub took away \(unreplaced.count) bundles that no snapshot replaces: what they "
                + "told is sent again, tell the administrator [hub-removed]"
        )
    }

    private static func fields(of item: HubMemory.Item) -> SealedBundle.Fields? {
        (try? SealedBundle.Header(Array(item.header)))?.fields
    }

    /// Says which acknowledged bundles the hub does not list, and waits for them no longer.
    private func noteLost() {
        let listed = Set(memory.items.map(\.hash))
        let lost = memory.offered.filter { $0.value <= memory.position && !listed.contains($0.key) }
        memory.offered = memory.offered.filter { $0.value > memory.position }
        guard !lost.isEmpty else { return }
        notice(
            "the hub no longer has \(lost.count) bundles that it acknowledged: what they told is "
                + "sent again, tell the administrator [hub-lost]"
        )
    }

    private func notice(_ reason: String) {
        notices.append(RefusedBundle(token: "hub", reason: reason))
    }
}
