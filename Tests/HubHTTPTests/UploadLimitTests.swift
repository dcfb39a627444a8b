import Custody
import CustodyKit
import Foundation
import HTTPExchange
import HubServer
import HubWire
import Membership
import NIOHTTP1
import Records
import TestKit
import Testing

/// Cut uploads are kept a week, and no landlord fills the disk with them.
struct UploadLimitTests {
    private let world: HubWorld
    private let first: InventedLaptop

    init() throws {
        world = try HubWorld()
        first = try world.laptops.found().laptop
    }

    /// Begins an upload with one piece; its file at the hub.
    private func begin(_ hub: RunningHub) async throws -> String {
        let landlord = try first.custody.log().roster.landlord
        let (path, hash) = (HubPath(landlord), ContentHash(of: [1, 2, 3]))
        for (method, target, body) in [
            (.POST, path.uploads, Array(hash.description.utf8)),
            (.PATCH, path.upload(hash), [1, 2]),
        ] as [(HTTPMethod, String, [UInt8])] {
            let nonce = try await SignedRequest.nonce(of: hub)
            var request = try SignedRequest(method, target, body, by: first, nonce: nonce)
            request.fields[HubField.uploadLength] = "3"
            request.fields[HubField.uploadOffset] = "0"
            #expect([200, 201].contains(try await request.send(to: hub).status))
        }
        return "\(world.data)/uploads/\(landlord)/\(first.custody.device)-\(hash)"
    }

    @Test(arguments: [(6, true), (8, false)])
    func `an upload that was left for a week is cleared at the next start`(
        _ days: Double,
        _ stays: Bool
    ) async throws {
        var hub = try await world.start(first)
        let file = try await begin(hub)
        #expect(FileManager.default.fileExists(atPath: file))
        try await hub.stop()
        let now = Double(world.laptops.stores.clock.now()) / 1_000
        let moment = Date(timeIntervalSince1970: now - days * 86_400)
        try FileManager.default.setAttributes([.modificationDate: moment], ofItemAtPath: file)
        hub = try await world.start(first)
        try await Task.sleep(for: .milliseconds(300))
        #expect(FileManager.default.fileExists(atPath: file) == stays)
        try await hub.stop()
    }

    @Test func `a landlord's uploads have a cap together`() async throws {
        let hub = try await world.start(first)
        let file = try await begin(hub)
        // Stands for a gibibyte of uploads; a file with a hole takes no room.
        let other = file + "-x"
        #expect(FileManager.default.createFile(atPath: other, contents: nil))
        try FileHandle(forWritingTo: URL(fileURLWithPath: other)).truncate(atOffset: 1 << 30)
        let landlord = try first.custody.log().roster.landlord
        let target = HubPath(landlord).upload(ContentHash(of: [1, 2, 3]))
        let nonce = try await SignedRequest.nonce(of: hub)
        var request = try SignedRequest(.PATCH, target, [3], by: first, nonce: nonce)
        request.fields[HubField.uploadLength] = "3"
        request.fields[HubField.uploadOffset] = "2"
        let answer = try await request.send(to: hub)
        #expect(answer.status == 429)
        #expect(answer.code == "too-many-requests")
        try await hub.stop()
    }
}
