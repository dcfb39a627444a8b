import HTTPTypes
import HubWire
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle

/// Where the hub listens, and how the road to it is sealed.
package struct HubListener: Sendable {
    package enum Road: Sendable {
        /// TLS 1.3 with a certificate chain and its key, as PEM files.
        case sealed(certificate: String, key: String)
        /// A proxy on this machine does it; the last address that it forwards is believed.
        case behindProxy
        /// In clear: on the loopback only.
        case loopback
    }

    let host: String
    let port: Int
    let road: Road
    let limits: ConnectionLimits

    package init(
        host: String,
        port: Int,
        road: Road,
        _ limits: ConnectionLimits = ConnectionLimits()
    ) {
        self.host = host
        self.port = port
        self.road = road
        var limits = limits
        if case .behindProxy = road { limits.perAddress = nil }
        self.limits = limits
    }

    /// Whether browsers come over TLS, as far as this machine or its proxy.
    package var isSealed: Bool {
        if case .loopback = road { false } else { true }
    }

    /// A service that answers until it is asked to shut down; what was accepted is answered first.
    package func service(
        _ desk: HubDesk,
        _ logger: Logger,
        pages: (any HubSite)? = nil,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws -> some Service {
        let clock = ContinuousClock()
        let isBehindProxy = if case .behindProxy = road { true } else { false }
        let responder = CallbackResponder<HubContext> { request, context in
            let forwarded = isBehindProxy ? Self.forwarded(request) : nil
            let begin = clock.now
            let address = forwarded ?? context.address
            let page = pages.flatMap { $0.owns(request.bare) ? $0 : nil }
            let (answer, fault) =
                if let page { await desk.answer(request, from: address, by: page) } else {
                    await desk.answer(request, from: address)
                }
            logger.info(
                "request",
                metadata: [
                    "route": "\(page == nil ? HubRoute(request.bare)?.name ?? "none" : "page")",
                    "method": "\(request.method.rawValue.prefix(8))",
                    "status": "\(answer.status)", "code": "\(fault?.rawValue ?? "-")",
                    "ms": "\((clock.now - begin) / .milliseconds(1))",
                ]
            )
            return Self.response(answer)
        }
        return Application(
            responder: responder,
            server: try server(),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                serverName: nil,
                backlog: 1_024
            ),
            services: [UploadSweep(desk: desk)],
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
            logger: logger
        )
    }

    private func server() throws -> HTTPServerBuilder {
        let (limits, count) = (limits, ConnectionCount(limits))
        let plain = HTTPServerBuilder.http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [ConnectionWatch(limits, count)],
                idleTimeout: limits.idle,
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: 4_096,
                    maxHeaderListSize: 16_384,
                    maxHeaderFieldCount: 64
                )
            )
        )
        guard case .sealed(let certificate, let key) = road else { return plain }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate)
                .map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
        )
        configuration.minimumTLSVersion = .tlsv13
        return try .tls(plain, tlsConfiguration: configuration)
    }

    private static func forwarded(_ request: Request) -> String? {
        request.field("x-forwarded-for")?.split(separator: ",").last
            .map { $0.filter { $0 != " " } }
    }

    private static func response(_ answer: HubAnswer) -> Response {
        var fields = HTTPFields()
        fields[.contentType] = answer.type
        for (name, value) in answer.fields {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status),
            headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes))
        )
    }
}
