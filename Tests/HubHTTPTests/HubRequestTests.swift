import Custody
import CustodyKit
import Foundation
import HTTPExchange
import HubServer
import HubStorage
import HubWire
import Membership
import NIOHTTP1
import Records
import ReplicaStore
import Sealing
import TestKit
import Testing

/// A request that was not signed as it stands changes nothing.
struct HubRequestTests {
    private let world: HubWorld
    private let first: InventedLaptop
    private let path: HubPath
    private let bundle: [UInt8]

    init() throws {
        world = try HubWorld()
        first = try world.laptops.found().laptop
        path = HubPath(try first.custody.log().roster.landlord)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.laptops.sync(first)
        bundle = try #require(try world.laptops.bundles().first)
    }

    private func put(_ hub: RunningHub) async throws -> SignedRequest {
        try SignedRequest(
            .PUT,
            path.bundle(ContentHash(of: bundle)),
            bundle,
            by: first,
            nonce: try await SignedRequest.nonce(of: hub)
        )
    }

    private func stored(_ hub: RunningHub) async throws -> Int {
        let landlord = try first.custody.log().roster.landlord
        let mailbox = try #require(hub.folder.mailbox(of: landlord))
        return try await mailbox.list(since: 0).events.count
    }

    @Test func `the same request twice is taken once`() async throws {
        let hub = try await world.start(first)
        let request = try await put(hub)
        #expect(try await request.send(to: hub).status == 201)
        let replayed = try await request.send(to: hub)
        #expect(replayed.status == 401)
        #expect(replayed.code == "nonce")
        let again = try await put(hub).send(to: hub)
        #expect(again.status == 200)
        #expect(try await stored(hub) == 1)
        try await hub.stop()
    }

    @Test(arguments: [
        "nonce", "path", "query", "method", "digest", "no-digest", "no-signature", "body",
    ])
    func `a request changed after its signature is refused by name`(_ change: String) async throws {
        let hub = try await world.start(first)
        var request = try await put(hub)
        var code = "signature"
        switch change {
        case "nonce":
            let other = HubSignature(
                .request,
                nonce: try await SignedRequest.nonce(of: hub),
                keyID: first.custody.device.description
            )
            request.fields[HubField.signatureInput] = other.input
        case "path": request.target = path.members
        case "query": request.target += "?since=0"
        case "method": request.method = .DELETE
        case "digest":
            request.fields[HubField.contentDigest] = ContentHash(of: [1, 2, 3]).field
        case "no-digest":
            request.fields[HubField.contentDigest] = nil
            code = "digest-missing"
        case "no-signature":
            request.fields[HubField.signature] = nil
            code = "signature-missing"
        default:
            request.body[request.body.count - 1] ^= 1
            code = "digest"
        }
        let answer = try await request.send(to: hub)
        #expect(answer.status == 401)
        #expect(answer.code == code)
        #expect(try await stored(hub) == 0)
        try await hub.stop()
    }

    @Test func `an unknown landlord and a device of nobody get one answer`() async throws {
        let hub = try await world.start(first)
        let stranger = try HubWorld(seed: 2).laptops.found().laptop
        let nobody = HubPath(.natural("landlord", [1]))
        var answers: [String] = []
        for (path, laptop) in [(nobody, first), (path, stranger), (nobody, stranger)] {
            let nonce = try await SignedRequest.nonce(of: hub)
            let request = try SignedRequest(.GET, path.members, by: laptop, nonce: nonce)
            let answer = try await request.send(to: hub)
            answers.append("\(answer.status) \(answer.code ?? "-")")
        }
        #expect(Set(answers) == ["404 not-found"])
        try await hub.stop()
    }

    @Test func `a body beyond the cap is refused before it is read`() async throws {
        let hub = try await world.start(first)
        let nonce = try await SignedRequest.nonce(of: hub)
        let large = [UInt8](repeating: 7, count: HubLimits.small + 1)
        let request = try SignedRequest(.PUT, path.keys, large, by: first, nonce: nonce)
        let answer = try await request.send(to: hub)
        #expect(answer.status == 413)
        #expect(answer.code == "too-large")
        try await hub.stop()
    }

    @Test func `a signed body that is no sound bundle is refused by its own name`() async throws {
        let hub = try await world.start(first)
        for bytes in [[UInt8](repeating: 0, count: 200), tampered] {
            let request = try SignedRequest(
                .PUT,
                path.bundle(ContentHash(of: bytes)),
                bytes,
                by: first,
                nonce: try await SignedRequest.nonce(of: hub)
            )
            let answer = try await request.send(to: hub)
            #expect(answer.status == 422)
            #expect(answer.code == "refused")
        }
        #expect(try await stored(hub) == 0)
        try await hub.stop()
    }

    private var tampered: [UInt8] {
        var bytes = bundle
        bytes[bytes.count - 1] ^= 1
        return bytes
    }

    @Test func `who asks too often waits`() async throws {
        let hub = try await world.start(
            first,
            rates: HubRates(device: 2, landlord: 2, address: 50, burst: 1)
        )
        var nonce = try await SignedRequest.nonce(of: hub)
        var statuses: [Int] = []
        for _ in 0..<3 {
            let request = try SignedRequest(.GET, path.members, by: first, nonce: nonce)
            let answer = try await request.send(to: hub)
            statuses.append(answer.status)
            nonce = answer.nonce
        }
        #expect(statuses == [200, 200, 429])
        try await hub.stop()
    }

    @Test func `an upload that was cut goes on where it ended, also after a restart`() async throws
    {
        var hub = try await world.start(first)
        let hash = ContentHash(of: bundle)
        let length = [HubField.uploadLength: "\(bundle.count)"]
        let half = bundle.count / 2
        func send(_ method: HTTPMethod, _ target: String, _ body: [UInt8], at offset: Int?)
            async throws -> Int
        {
            let nonce = try await SignedRequest.nonce(of: hub)
            var request = try SignedRequest(method, target, body, by: first, nonce: nonce)
            request.fields.merge(length) { $1 }
            request.fields[HubField.uploadOffset] = offset.map(String.init)
            return try await request.send(to: hub).status
        }
        let name = Array(hash.description.utf8)
        #expect(try await send(.POST, path.uploads, name, at: nil) == 201)
        let begin = Array(bundle[..<half])
        #expect(try await send(.PATCH, path.upload(hash), begin, at: 0) == 200)
        #expect(try await send(.PATCH, path.upload(hash), begin, at: 0) == 409)
        try await hub.stop()
        hub = try await world.start(first)
        #expect(try await send(.HEAD, path.upload(hash), [], at: nil) == 200)
        #expect(try await send(.PATCH, path.upload(hash), Array(bundle[half...]), at: half) == 201)
        #expect(try await stored(hub) == 1)
        try await hub.stop()
    }
}
