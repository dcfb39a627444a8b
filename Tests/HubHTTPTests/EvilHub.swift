import AsyncHTTPClient
import Foundation
import HTTPTypes
import HubServer
import HubStorage
import HubWire
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Sealing
import ServiceLifecycle

/// A hub that holds the real hub's key and cheats: every answer of an honest one passes through a trick,
/// and is signed anew.
struct EvilHub {
    /// What was asked, as far as a trick looks at it.
    struct Asked: Sendable {
        let method: String
        let target: String
        /// The device that signed, or nobody.
        let device: String

        var isListing: Bool { method == "GET" && target.contains("/bundles?since=") }
        var isFetch: Bool { method == "GET" && target.contains("/bundles/") }
        var isLog: Bool { method == "GET" && target.hasSuffix("/members") }
        var isOffer: Bool { method == "PUT" && target.contains("/bundles/") }
    }

    struct Answer: Sendable {
        var status: Int
        var bytes: [UInt8]
        var fields: [String: String]
        /// Whether it goes out as it is, an older signature with it.
        var isSigned = false
    }

    typealias Trick = @Sendable (Asked, Answer) async throws -> Answer

    /// No trick.
    static let unchanged: Trick = { $1 }

    let port: Int
    let publicKeyText: String
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    var url: String { "http://127.0.0.1:\(port)" }

    /// `behind` says which honest hub answers; where none does, the trick makes its answer from nothing.
    init(
        _ key: SigningKey,
        behind: @escaping @Sendable (Asked) -> RunningHub?,
        _ trick: @escaping Trick
    ) async throws {
        publicKeyText = key.verifyingKey.bytes.hexadecimal
        let logger = Logger(label: "evil", factory: { _ in SwiftLogNoOpLogHandler() })
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            let asked = Asked(request)
            let honest = try await Self.forward(request, to: behind(asked))
            return Self.response(try await trick(asked, honest), to: request, key)
        }
        let service = Application(
            responder: responder,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { continuation.yield($0.localAddress?.port ?? 0) },
            logger: logger
        )
        let group = ServiceGroup(services: [service], logger: logger)
        self.group = group
        running = Task { try await group.run() }
        var iterator = ports.makeAsyncIterator()
        port = await iterator.next() ?? 0
    }

    func stop() async throws {
        await group.triggerGracefulShutdown()
        try await running.value
    }

    private static func forward(_ request: Request, to hub: RunningHub?) async throws -> Answer {
        let body = try await request.body.collect(upTo: HubLimits.body)
        guard let hub else { return Answer(status: 500, bytes: [], fields: [:]) }
        var forwarded = HTTPClientRequest(url: hub.url + (request.head.path ?? ""))
        forwarded.method = HTTPMethod(rawValue: request.method.rawValue)
        for field in request.headers where field.name != .contentLength {
            forwarded.headers.add(name: field.name.rawName, value: field.value)
        }
        if body.readableBytes > 0 { forwarded.body = .bytes(body) }
        let answer = try await HTTPClient.shared.execute(forwarded, timeout: .seconds(30))
        let bytes = try await answer.body.collect(upTo: HubLimits.body)
        let fields = answer.headers.map { ($0.name.lowercased(), $0.value) }
            .filter { !["content-length", "transfer-encoding", "date"].contains($0.0) }
        return Answer(
            status: Int(answer.status.code),
            bytes: Array(bytes.readableBytesView),
            fields: Dictionary(fields) { first, _ in first }
        )
    }

    private static func response(
        _ answer: Answer,
        to request: Request,
        _ key: SigningKey
    ) -> Response {
        var told = answer.fields
        if !answer.isSigned {
            let digest = ContentHash(of: answer.bytes).field
            let next = told[HubField.nonce] ?? "none"
            let input = HTTPField.Name(HubField.signatureInput).flatMap { request.headers[$0] }
            let asked = HubSignature(.request, input: input ?? "")
            let signature = HubSignature(.answer, nonce: asked?.nonce ?? "none", keyID: "hub")
            let base = signature.base(status: answer.status, contentDigest: digest, nextNonce: next)
            told[HubField.contentDigest] = digest
            told[HubField.nonce] = next
            told[HubField.signatureInput] = signature.input
            told[HubField.signature] = try? signature.field(over: base, by: key)
        }
        var fields = HTTPFields()
        for (name, value) in told {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status),
            headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes))
        )
    }
}

extension EvilHub.Asked {
    init(_ request: Request) {
        let input = HTTPField.Name(HubField.signatureInput).flatMap { request.headers[$0] }
        method = request.method.rawValue
        target = request.head.path ?? ""
        device = HubSignature(.request, input: input ?? "")?.keyID ?? ""
    }
}

extension EvilHub.Answer {
    /// The listing that the answer holds.
    var listing: HubListing {
        get throws { try JSONDecoder().decode(HubListing.self, from: Data(bytes)) }
    }

    /// The same answer with another listing, where it holds one.
    func listing(_ change: (HubListing) throws -> HubListing) throws -> EvilHub.Answer {
        guard status == 200 else { return self }
        var answer = self
        answer.bytes = Array(try JSONEncoder().encode(try change(try listing)))
        return answer
    }
}

extension HubListing {
    /// The same listing with other events, or another life, position or log.
    func with(
        _ events: [Event]? = nil,
        epoch: String? = nil,
        position: UInt64? = nil,
        hasMore: Bool? = nil,
        members: String? = nil
    ) -> HubListing {
        HubListing(
            epoch: epoch ?? self.epoch,
            position: position ?? self.position,
            hasMore: hasMore ?? self.hasMore,
            members: members ?? self.members,
            updates: updates,
            events: events ?? self.events
        )
    }
}
