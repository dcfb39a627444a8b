import BundleFormat
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
    var memory: HubMemory
    /// What the hub holds of the membership, once it was asked.
    var told: HubListing?
    /// What the hub lost or took away without cause.
    var notices: [RefusedBundle] = []
    /// Whether the hub has another epoch than before.
    var beganAnew = false

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

    /// Lists once more in the same life of the road, as a later synchronisation would.
    package func listAgain() throws -> MailboxListing {
        told = nil
        return try list()
    }

    package func fetch(_ token: String) throws -> [UInt8] {
        guard let hash = ContentHash(hex: token) else { throw HubRoadFailure.badAnswer }
        var bytes: [UInt8] = []
        while true {
            let range = "bytes=\(bytes.count)-\(bytes.count + HubLimits.piece - 1)"
            let reply = try connection.ask(.GET, path.bundle(hash), [], ["range": range])
            guard let total = reply.fields["content-range"]?.split(separator: "/").last,
                let length = Int(total), (1...HubLimits.body).contains(length),
                reply.bytes.count == min(HubLimits.piece, length - bytes.count)
            else { throw HubRoadFailure.badAnswer }
            bytes += reply.bytes
            if bytes.count == length { break }
        }
        let listed = memory.items.first { $0.hash == token }?.header ?? Data()
        guard ContentHash(of: bytes) == hash, bytes.starts(with: listed) else {
            throw HubRoadFailure.otherBytes
        }
        return bytes
    }

    package func append(_ bytes: [UInt8], as name: String) throws {
        let hash = ContentHash(of: bytes)
        let reply: HubReply
        if bytes.count <= HubLimits.piece {
            reply = try connection.ask(.PUT, path.bundle(hash), bytes)
        } else {
            reply = try HubUpload(connection, path, bytes, hash).run()
        }
        // A statement is listed to nobody.
        guard try BundleLabel(bytes).kind != .statement else { return }
        try note(reply, of: hash)
    }

    /// Remembers what was acknowledged, and where it stands.
    private func note(_ reply: HubReply, of hash: ContentHash) throws {
        let told = try? JSONDecoder().decode([String: UInt64].self, from: Data(reply.bytes))
        guard let position = told?["position"], position > 0 else {
            throw HubRoadFailure.badAnswer
        }
        memory.acknowledged = max(memory.acknowledged, position)
        memory.offered[hash.description] = position
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
}
