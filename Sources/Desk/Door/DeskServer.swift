import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Seams
import ServiceLifecycle
import Synchronization
import WebPages

/// The desk on a port of the loopback, for the user who started it.
package struct DeskServer: Sendable {
    /// Whether the other end of a connection, by its port and ours, belongs to who started the desk.
    package typealias PeerCheck = @Sendable (_ port: Int, _ server: Int) -> Bool

    private static let host = "127.0.0.1"
    /// So much of a file is in memory while it is sent.
    private static let piece = 262_144

    private let site: DeskSite
    private let isOurs: PeerCheck
    private let logger: Logger

    package init(_ site: DeskSite, _ logger: Logger, isOurs: @escaping PeerCheck) {
        self.site = site
        self.logger = logger
        self.isOurs = isOurs
    }

    /// A service that answers until it is asked to stop; `onRunning` is told its port.
    package func service(
        port: Int,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some Service {
        let bound = Mutex(0)
        let responder = CallbackResponder<DeskContext> { request, context in
            let server = bound.withLock { $0 }
            guard isOurs(context.peer, server) else { return Response(status: .forbidden) }
            let authority = "\(Self.host):\(server)"
            var read = Self.head(of: request)
            if read.method == .post, read.path == DeskSite.uploadPath {
                let pieces = request.body.map { Array($0.readableBytesView) }
                return Self.response(await site.receive(read, pieces, at: authority))
            }
            if read.method == .post {
                let body = try? await request.body.collect(upTo: DeskSite.largestForm)
                read.body = body.map { Array($0.readableBytesView) }
            }
            return Self.response(await site.answer(read, at: authority))
        }
        return Application(
            responder: responder,
            server: Self.builder,
            configuration: ApplicationConfiguration(
                address: .hostname(Self.host, port: port),
                serverName: nil
            ),
            services: [IdleLock(site: site)],
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                bound.withLock { $0 = port }
                await onRunning(port)
            },
            logger: logger
        )
    }

    private static let builder = HTTPServerBuilder.http1(
        configuration: HTTP1Channel.Configuration(
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                maxHeaderFieldSize: 4_096,
                maxHeaderListSize: 16_384,
                maxHeaderFieldCount: 64
            )
        )
    )

    private static func head(of request: Request) -> DeskRequest {
        let target = request.head.path ?? ""
        let method: DeskRequest.Method
        switch request.method {
        case .get, .head: method = .get
        case .post: method = .post
        default: method = .other
        }
        var read = DeskRequest(method, String(target.prefix { $0 != "?" }))
        read.query = String(target.drop { $0 != "?" }.dropFirst())
        read.host = request.head.authority
        read.origin = field("origin", of: request)
        read.site = field("sec-fetch-site", of: request)
        read.type = field("content-type", of: request)
        read.cookie = field("cookie", of: request)
        return read
    }

    /// A header field; one that stands twice is joined, and is then nothing that the desk takes.
    private static func field(_ name: String, of request: Request) -> String? {
        guard let name = HTTPField.Name(name) else { return nil }
        let values = request.headers[values: name]
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    private static func response(_ answer: DeskAnswer) -> Response {
        var fields = HTTPFields()
        fields[.contentType] = answer.type
        for (name, value) in answer.fields {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status),
            headers: fields,
            body: answer.file.map(body(of:))
                ?? ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes))
        )
    }

    /// A file as it is read, a piece at a time.
    private static func body(of file: any Spool) -> ResponseBody {
        ResponseBody(contentLength: file.count) { writer in
            var offset = 0
            while offset < file.count {
                let bytes = try file.read(from: offset, count: piece)
                try await writer.write(ByteBuffer(bytes: bytes))
                offset += bytes.count
            }
            try await writer.finish(nil)
        }
    }
}
