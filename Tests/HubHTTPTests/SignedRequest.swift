import AsyncHTTPClient
import Custody
import CustodyKit
import Foundation
import HubWire
import NIOCore
import NIOHTTP1
import Sealing

/// A request signed by hand, whose parts can be changed after the signature.
struct SignedRequest {
    var method: HTTPMethod
    var target: String
    var body: [UInt8]
    var fields: [String: String]

    init(
        _ method: HTTPMethod,
        _ target: String,
        _ body: [UInt8] = [],
        by laptop: InventedLaptop,
        nonce: String
    ) throws {
        (self.method, self.target, self.body) = (method, target, body)
        let signature = HubSignature(
            .request,
            nonce: nonce,
            keyID: laptop.custody.device.description
        )
        let digest = ContentHash(of: body).field
        let base = signature.base(method: method.rawValue, target: target, contentDigest: digest)
        fields = [
            HubField.contentDigest: digest, HubField.signatureInput: signature.input,
            HubField.signature: try signature.field(over: base, by: laptop.custody.identity),
            "content-type": "application/octet-stream",
        ]
    }

    /// The status, the code of a refusal, and the nonce for the next request.
    func send(to hub: RunningHub) async throws -> (status: Int, code: String?, nonce: String) {
        var request = HTTPClientRequest(url: hub.url + target)
        request.method = method
        for (name, value) in fields { request.headers.add(name: name, value: value) }
        if !body.isEmpty { request.body = .bytes(ByteBuffer(bytes: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        let bytes = try await response.body.collect(upTo: 64 << 20)
        let told = try? JSONDecoder()
            .decode(HubRefusal.self, from: Data(Array(bytes.readableBytesView)))
        let nonce = response.headers.first(name: HubField.nonce) ?? ""
        return (Int(response.status.code), told?.code.rawValue, nonce)
    }

    static func nonce(of hub: RunningHub) async throws -> String {
        var request = HTTPClientRequest(url: hub.url + HubPath.nonces)
        request.method = .POST
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        let bytes = try await response.body.collect(upTo: 4_096)
        let told = try JSONDecoder()
            .decode([String: String].self, from: Data(Array(bytes.readableBytesView)))
        return told["nonce"] ?? ""
    }
}
