import HubStorage
import HubWire
import Membership
import Seams

extension HubDesk {
    private func upload(_ hash: ContentHash, _ visit: HubVisit) -> Upload {
        Upload(landlord: visit.mailbox.roster.landlord, device: visit.device, hash: hash)
    }

    /// Begins an upload of a bundle by its hash, or finds the one that was cut.
    func begin(_ visit: HubVisit) async throws -> HubAnswer {
        guard let length = visit.field(HubField.uploadLength).flatMap({ Int($0) }), length > 0
        else {
            throw HubRefusal(.badRequest, HubField.uploadLength)
        }
        guard length <= HubLimits.body else { throw HubRefusal(.tooLarge) }
        let text = try await withBody(of: visit, limit: 64) { String(decoding: $0, as: UTF8.self) }
        guard let hash = ContentHash(hex: text) else { throw HubRefusal(.badRequest, "hash") }
        return Self.told(try uploads.begin(upload(hash, visit)), 201)
    }

    /// How far a cut upload came.
    func offset(_ hash: ContentHash, _ visit: HubVisit) throws -> HubAnswer {
        Self.told(try uploads.offset(upload(hash, visit)), 200)
    }

    /// Takes one more piece; the last one makes the bundle.
    func resume(_ hash: ContentHash, _ visit: HubVisit) async throws -> HubAnswer {
        guard let offset = visit.field(HubField.uploadOffset).flatMap({ Int($0) }),
            let length = visit.field(HubField.uploadLength).flatMap({ Int($0) })
        else { throw HubRefusal(.badRequest, HubField.uploadOffset) }
        guard length <= HubLimits.body else { throw HubRefusal(.tooLarge) }
        let upload = upload(hash, visit)
        let end = try await withBody(of: visit, limit: HubLimits.piece) { piece in
            try uploads.append(piece, to: upload, at: offset)
        }
        guard end >= length else { return Self.told(end, 200) }
        return try await spool.large { try await finish(upload, visit) }
    }

    /// Keeps the bundle of a whole upload, which is forgotten unless it may be tried again.
    private func finish(_ upload: Upload, _ visit: HubVisit) async throws -> HubAnswer {
        let bytes = try uploads.read(upload)
        do {
            guard ContentHash(of: bytes) == upload.hash else { throw HubRefusal(.digest) }
            return try await store(bytes, visit)
        } catch let refusal as HubRefusal where refusal.code != .diskFull {
            uploads.remove(upload)
            throw refusal
        }
    }

    /// Forgets the upload of a bundle that is kept now.
    func forgetUpload(of hash: ContentHash, _ visit: HubVisit) {
        uploads.remove(upload(hash, visit))
    }

    func clearUploads() { uploads.clear(clock.now()) }

    private static func told(_ offset: Int, _ status: Int) -> HubAnswer {
        HubAnswer(
            status,
            "application/json",
            Array("{\"offset\":\(offset)}".utf8),
            [HubField.uploadOffset: String(offset)]
        )
    }
}
