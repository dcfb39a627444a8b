import HubStorage
import HubWire
import Hummingbird
import Membership
import Sealing
import Seams

extension HubDesk {
    /// What a member asks of its landlord's things.
    static func served(
        _ route: HubRoute,
        _ visit: HubVisit,
        _ desk: HubDesk
    ) async throws -> HubAnswer {
        switch (route, visit.request.method) {
        case (.bundles, .get): return try await desk.list(visit)
        case (.bundle(_, let hash), .get): return try await desk.fetch(hash, visit)
        case (.bundle(_, let hash), .put): return try await desk.put(hash, visit)
        case (.bundle(_, let hash), .delete): return try await desk.remove(hash, visit)
        case (.uploads, .post): return try await desk.begin(visit)
        case (.upload(_, let hash), .head): return try desk.offset(hash, visit)
        case (.upload(_, let hash), .patch): return try await desk.resume(hash, visit)
        case (.members, .get):
            return HubAnswer(200, octets, visit.mailbox.log())
        case (.members, .put): return try await desk.extend(visit)
        case (.keys, .put): return try await desk.keep(visit)
        case (.keysOf(_, let device), .get): return try await desk.keys(of: device, visit)
        default: throw HubRefusal(.method)
        }
    }

    static let octets = "application/octet-stream"

    private func list(_ visit: HubVisit) async throws -> HubAnswer {
        let query = visit.request.query
        guard query.hasPrefix("since="), let position = UInt64(query.dropFirst(6)) else {
            throw HubRefusal(.badRequest, "since")
        }
        return try HubAnswer(200, json: try await visit.mailbox.list(since: position))
    }

    private func fetch(_ hash: ContentHash, _ visit: HubVisit) async throws -> HubAnswer {
        let range = try ByteRange(visit.field("range"))
        let count = min(range.count, HubLimits.piece)
        let piece = try await visit.mailbox.fetch(hash, from: range.start, count: count)
        guard let piece else { throw HubRefusal(.notFound) }
        guard range.isPartial || piece.total <= HubLimits.piece else { throw HubRefusal(.range) }
        guard !range.isPartial else {
            guard !piece.bytes.isEmpty else { throw HubRefusal(.range) }
            let end = range.start + piece.bytes.count - 1
            let told = "bytes \(range.start)-\(end)/\(piece.total)"
            return HubAnswer(206, Self.octets, piece.bytes, ["content-range": told])
        }
        return HubAnswer(200, Self.octets, piece.bytes, ["accept-ranges": "bytes"])
    }

    private func put(_ hash: ContentHash, _ visit: HubVisit) async throws -> HubAnswer {
        guard hash == visit.digest else { throw HubRefusal(.badRequest, "hash") }
        return try await withBody(of: visit, limit: HubLimits.body) { try await store($0, visit) }
    }

    /// Keeps a bundle; the answer goes out once it lasts.
    func store(_ bytes: [UInt8], _ visit: HubVisit) async throws -> HubAnswer {
        let appended = try await visit.mailbox.append(bytes, on: clock.today)
        if appended.isNew { counters.noteBundle(bytes.count) }
        forgetUpload(of: ContentHash(of: bytes), visit)
        return try HubAnswer(appended.isNew ? 201 : 200, json: ["position": appended.position])
    }

    private func remove(_ hash: ContentHash, _ visit: HubVisit) async throws -> HubAnswer {
        guard try await visit.mailbox.removeCovered(hash) else { throw HubRefusal(.notFound) }
        return try HubAnswer(200, json: ["removed": true])
    }

    private func extend(_ visit: HubVisit) async throws -> HubAnswer {
        let isNews = try await withBody(of: visit, limit: HubLimits.log) { log in
            try await visit.mailbox.extend(log)
        }
        return try HubAnswer(200, json: ["extended": isNews])
    }

    private func keep(_ visit: HubVisit) async throws -> HubAnswer {
        let bytes = try await withBody(of: visit, limit: HubLimits.small) { $0 }
        do throws(MembershipFailure) {
            let update = try ReceiveKeyUpdate(bytes)
            guard update.device == visit.device,
                update.landlord == visit.mailbox.roster.landlord
            else { throw .unknownDevice }
        } catch { throw HubRefusal(.refused, error.name) }
        try await visit.mailbox.keep(try ReceiveKeyUpdate(bytes))
        return try HubAnswer(200, json: ["kept": true])
    }

    private func keys(of device: String, _ visit: HubVisit) async throws -> HubAnswer {
        guard
            let device = DeviceID(hex: device), visit.mailbox.roster.isActive(device),
            let bytes = try await visit.mailbox.update(of: device)
        else { throw HubRefusal(.notFound) }
        return HubAnswer(200, Self.octets, bytes)
    }
}
