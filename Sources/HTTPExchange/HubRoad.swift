import Custody
import Exchange
import Foundation
import HubWire
import Membership
import NIOHTTP1
import Records
import Sealing

/// The road over HTTP: a landlord's mailbox at the hub, and its membership beside.
///
/// What was listed before is remembered: with nothing new, one request tells it.
package final class HubRoad: Mailbox, MembershipShelf {
    let connection: HubConnection
    let path: HubPath
    private var memory: HubMemory
    /// What the hub holds of the membership, once it was asked.
    private var told: HubListing?

    package init(_ connection: HubConnection, of landlord: RecordID, _ memory: HubMemory) {
        self.connection = connection
        path = HubPath(landlord)
        self.memory = memory
        connection.nonce = memory.nonce
    }

    /// What to remember until the next synchronisation.
    package var remembered: HubMemory {
        var memory = memory
        memory.nonce = connection.nonce
        return memory
    }

    // MARK: Bundles

    package func list() throws -> MailboxListing {
        _ = try refreshed()
        var refusals: [MailboxListing.Refusal] = []
        let items = memory.items.compactMap { item -> MailboxListing.Item? in
            do {
                let label = try BundleLabel(Array(item.header))
                return MailboxListing.Item(token: item.hash, header: label)
            } catch {
                refusals.append(RefusedBundle(token: item.hash, reason: "\(error)"))
                return nil
            }
        }
        return MailboxListing(items: items, refusals: refusals)
    }

    package func fetch(_ token: String) throws -> [UInt8] {
        guard let hash = ContentHash(hex: token) else { throw HubRoadFailure.badAnswer }
        var bytes: [UInt8] = []
        while true {
            let range = "bytes=\(bytes.count)-\(bytes.count + HubLimits.piece - 1)"
            let reply = try connection.ask(.GET, path.bundle(hash), [], ["range": range])
            guard let total = reply.fields["content-range"]?.split(separator: "/").last,
                let length = Int(total), length <= HubLimits.body, !reply.bytes.isEmpty
            else { throw HubRoadFailure.badAnswer }
            bytes += reply.bytes
            if bytes.count >= length { break }
        }
        guard ContentHash(of: bytes) == hash else { throw HubRoadFailure.otherBytes }
        return bytes
    }

    package func append(_ bytes: [UInt8], as name: String) throws {
        let hash = ContentHash(of: bytes)
        if bytes.count <= HubLimits.piece {
            note(try connection.ask(.PUT, path.bundle(hash), bytes))
        } else {
            note(try HubUpload(connection, path, bytes, hash).run())
        }
    }

    /// Remembers the position of what was acknowledged.
    private func note(_ reply: HubReply) {
        let told = try? JSONDecoder().decode([String: UInt64].self, from: Data(reply.bytes))
        memory.acknowledged = max(memory.acknowledged, told?["position"] ?? 0)
    }

    package func remove(_ token: String) throws {
        guard let hash = ContentHash(hex: token) else { throw HubRoadFailure.badAnswer }
        do {
            _ = try connection.ask(.DELETE, path.bundle(hash))
        } catch HubRoadFailure.refused(let refusal) where refusal.code == .notFound {}
    }

    // MARK: Membership

    package func log() throws -> [UInt8]? {
        guard try refreshed().members != memory.members else { return nil }
        let log = try connection.ask(.GET, path.members, limit: HubLimits.log).bytes
        memory.members = ContentHash(of: log).description
        return log
    }

    package func leave(_ log: MembershipLog) throws {
        let hash = ContentHash(of: log.bytes).description
        guard try refreshed().members != hash else { return }
        let reply = try connection.ask(.PUT, path.members, log.bytes)
        let answer = try? JSONDecoder().decode([String: Bool].self, from: Data(reply.bytes))
        if answer?["extended"] == true { memory.members = hash }
    }

    package func leave(_ update: ReceiveKeyUpdate) throws {
        guard try !refreshed().updates.contains(update.device.description) else { return }
        _ = try connection.ask(.PUT, path.keys, update.bytes)
    }

    package func updates() throws -> [ReceiveKeyUpdate] {
        try refreshed().updates.compactMap { device in
            let bytes = try connection.ask(.GET, path.keys(of: device)).bytes
            return try? ReceiveKeyUpdate(bytes)
        }
    }

    /// The hub forgets an update once the log has it.
    package func remove(_ update: ReceiveKeyUpdate) throws {}

    // MARK: What the hub told

    /// What is new since the last listing, asked once a synchronisation.
    private func refreshed() throws -> HubListing {
        if let told { return told }
        var listing = try listing(since: memory.position)
        if let epoch = memory.epoch, epoch != listing.epoch {
            // A restored hub: what it lost is offered again.
            memory.forgetListing()
            listing = try self.listing(since: 0)
        }
        guard listing.position >= memory.position else { throw HubRoadFailure.oldState }
        take(listing)
        while listing.hasMore {
            listing = try self.listing(since: memory.position)
            guard listing.position > memory.position || !listing.hasMore else {
                throw HubRoadFailure.badAnswer
            }
            take(listing)
        }
        guard listing.position >= memory.acknowledged else { throw HubRoadFailure.oldState }
        told = listing
        return listing
    }

    private func listing(since position: UInt64) throws -> HubListing {
        let reply = try connection.ask(.GET, path.bundles(since: position))
        guard let listing = try? JSONDecoder().decode(HubListing.self, from: Data(reply.bytes))
        else { throw HubRoadFailure.badAnswer }
        return listing
    }

    private func take(_ listing: HubListing) {
        memory.epoch = listing.epoch
        memory.position = listing.position
        let named = Set(listing.events.map(\.hash))
        if !named.isEmpty { memory.items.removeAll { named.contains($0.hash) } }
        memory.items += listing.events.compactMap { event in
            event.header.map { HubMemory.Item(hash: event.hash, header: $0) }
        }
    }
}
