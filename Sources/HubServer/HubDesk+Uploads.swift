import HubWire

extension HubDesk {
    /// Begins an upload of a bundle by its hash, or finds the one that was cut.
    func begin(_ visit: HubVisit) async throws -> HubAnswer {
        guard let length = visit.field(HubField.uploadLength).flatMap({ Int($0) }), length > 0
        else {
            throw HubRefusal(.badRequest, HubField.uploadLength)
        }
        guard length <= HubLimits.body else { throw HubRefusal(.tooLarge) }
        let text = String(decoding: try await body(of: visit, limit: 64), as: UTF8.self)
        guard let hash = ContentHash(hex: text) else { throw HubRefusal(.badRequest, "hash") }
        let offset = try uploads.begin(hash, of: visit.device, length: length)
        return Self.told(offset, 201)
    }

    /// How far a cut upload came.
    func offset(_ hash: ContentHash, _ visit: HubVisit) throws -> HubAnswer {
        Self.told(try uploads.offset(hash, of: visit.device), 200)
    }

    /// Takes one more piece; the last one makes the bundle.
    func resume(_ hash: ContentHash, _ visit: HubVisit) async throws -> HubAnswer {
        guard let offset = visit.field(HubField.uploadOffset).flatMap({ Int($0) }),
            let length = visit.field(HubField.uploadLength).flatMap({ Int($0) })
        else { throw HubRefusal(.badRequest, HubField.uploadOffset) }
        guard length <= HubLimits.body else { throw HubRefusal(.tooLarge) }
        let piece = try await body(of: visit, limit: HubLimits.piece)
        let end = try uploads.append(piece, to: hash, of: visit.device, at: offset)
        guard end >= length else { return Self.told(end, 200) }
        let bytes = try uploads.take(hash, of: visit.device)
        guard ContentHash(of: bytes) == hash else { throw HubRefusal(.digest) }
        return try await store(bytes, visit)
    }

    private static func told(_ offset: Int, _ status: Int) -> HubAnswer {
        HubAnswer(
            status,
            "application/json",
            Array("{\"offset\":\(offset)}".utf8),
            [HubField.uploadOffset: String(offset)]
        )
    }
}
