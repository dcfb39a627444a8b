import AsyncHTTPClient
import Foundation
import HubWire
import NIOCore
import NIOHTTP1
import NIOSSL
import Sealing

/// Signed requests to one hub, one at a time, and its signed answers: a synchronous door.
package final class HubConnection {
    private let client: HTTPClient
    private let address: HubAddress
    private let hub: VerifyingKey
    private let device: DeviceID
    private let identity: SigningKey
    private let pause: HubPause
    /// The nonce for the next request; nil where one has to be asked for.
    var nonce: String?

    package init(
        _ address: HubAddress,
        hub: VerifyingKey,
        device: DeviceID,
        identity: SigningKey,
        trusting authority: HubAuthority? = nil,
        _ pause: HubPause
    ) {
        self.address = address
        self.hub = hub
        self.device = device
        self.identity = identity
        self.pause = pause
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv13
        if let authority { tls.additionalTrustRoots = [.certificates(authority.certificates)] }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls,
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: .seconds(10), read: .seconds(60))
        )
        // How often to try again is for `pause` to say; so the reason comes at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(configuration: configuration)
    }

    package func close() throws { try client.syncShutdown() }

    /// Asks, again where the hub was not there or the nonce too old; a refusal is thrown by its code.
    func ask(
        _ method: HTTPMethod,
        _ target: String,
        _ body: [UInt8] = [],
        _ fields: [String: String] = [:],
        limit: Int = HubLimits.answer
    ) throws -> HubReply {
        var attempt = 0
        while true {
            do {
                let reply = try askOnce(method, target, body, fields, limit)
                guard reply.status >= 400 else { return reply }
                let refusal = try? JSONDecoder().decode(HubRefusal.self, from: Data(reply.bytes))
                throw HubRoadFailure.refused(refusal ?? HubRefusal(Self.fault(reply.status)))
            } catch let failure as HubRoadFailure {
                attempt += 1
                guard attempt < pause.attempts, Self.mayPass(failure) else { throw failure }
                if failure != .refused(HubRefusal(.nonce)) { pause.wait(after: attempt) }
            }
        }
    }

    /// The answer to a HEAD has no body to name its fault.
    private static func fault(_ status: Int) -> HubFault {
        HubFault.allCases.first { $0.status == status } ?? .failed
    }

    private static func mayPass(_ failure: HubRoadFailure) -> Bool {
        switch failure {
        case .unreachable: true
        case .refused(let refusal): [.nonce, .tooMany, .failed].contains(refusal.code)
        default: false
        }
    }

    private func askOnce(
        _ method: HTTPMethod,
        _ target: String,
        _ body: [UInt8],
        _ fields: [String: String],
        _ limit: Int
    ) throws -> HubReply {
        let nonce = try takeNonce()
        let signature = HubSignature(.request, nonce: nonce, keyID: device.description)
        let digest = ContentHash(of: body).field
        let base = signature.base(method: method.rawValue, target: target, contentDigest: digest)
        var signed = fields
        signed[HubField.contentDigest] = digest
        signed[HubField.knownKey] = String(hub.bytes.hexadecimal.prefix(16))
        signed[HubField.signatureInput] = signature.input
        signed[HubField.signature] = try signature.field(over: base, by: identity)
        if !body.isEmpty { signed["content-type"] = "application/octet-stream" }
        let reply = try send(method, target, body, signed, limit)
        try check(reply, nonce)
        self.nonce = reply.fields[HubField.nonce]
        return reply
    }

    /// The nonce of the last answer, or one asked for.
    private func takeNonce() throws -> String {
        defer { nonce = nil }
        if let nonce { return nonce }
        let reply = try send(.POST, HubPath.nonces, [], [:], HubLimits.small)
        guard reply.status == 201,
            let told = try? JSONDecoder().decode([String: String].self, from: Data(reply.bytes)),
            let fresh = told["nonce"]
        else { throw HubRoadFailure.badAnswer }
        return fresh
    }

    /// Whether the pinned hub signed this answer to this request.
    private func check(_ reply: HubReply, _ nonce: String) throws(HubRoadFailure) {
        let expected = HubSignature(.answer, nonce: nonce, keyID: "hub")
        guard reply.fields[HubField.signatureInput] == expected.input,
            let field = reply.fields[HubField.signature],
            let digest = reply.fields[HubField.contentDigest],
            let next = reply.fields[HubField.nonce],
            ContentHash(of: reply.bytes).field == digest
        else { throw .otherHub }
        let base = expected.base(status: reply.status, contentDigest: digest, nextNonce: next)
        guard expected.accepts(field, over: base, by: hub) else { throw .otherHub }
    }

    private func send(
        _ method: HTTPMethod,
        _ target: String,
        _ body: [UInt8],
        _ fields: [String: String],
        _ limit: Int
    ) throws -> HubReply {
        do {
            let request = try HTTPClient.Request(
                url: address.base + target,
                method: method,
                headers: HTTPHeaders(fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }),
                body: body.isEmpty ? nil : .bytes(body)
            )
            let accumulator = ResponseAccumulator(request: request, maxBodySize: limit)
            let response = try client.execute(request: request, delegate: accumulator).wait()
            let names = response.headers.map { ($0.name.lowercased(), $0.value) }
            return HubReply(
                status: Int(response.status.code),
                bytes: response.body.map { Array($0.readableBytesView) } ?? [],
                fields: Dictionary(names) { first, _ in first }
            )
        } catch is ResponseAccumulator.ResponseTooBigError {
            throw HubRoadFailure.badAnswer
        } catch let error where HubAuthority.isRefusal(error) {
            throw HubRoadFailure.untrustedCertificate
        } catch { throw HubRoadFailure.unreachable }
    }
}
