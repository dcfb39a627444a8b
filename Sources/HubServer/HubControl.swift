import HTTPTypes
import HubWire
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// The operator's door to a running hub: a socket in the data folder, for its owner alone.
package struct HubControl: Sendable {
    package static let socketName = "control.socket"
    package static let path = "/orders"
    /// The most bytes of an order: a membership log and its name.
    package static let largestOrder = 2 * HubLimits.log
    /// The longest path that a socket may have.
    package static let longestPath = 100

    private let socket: String

    /// Nil where the path would be longer than a socket may have.
    package init?(in data: String) {
        socket = data + "/" + Self.socketName
        guard socket.utf8.count <= Self.longestPath else { return nil }
    }

    /// A service that hands each order to `carryOut` and answers with what it says.
    package func service(
        _ logger: Logger,
        _ carryOut: @escaping @Sendable ([UInt8]) async throws -> [UInt8]
    ) throws -> some Service {
        let responder = CallbackResponder<HubContext> { request, _ in
            guard request.method == .post, request.bare == Self.path else {
                return Response(status: .notFound)
            }
            let body = try await request.body.collect(upTo: Self.largestOrder)
            let answer = try await carryOut(Array(body.readableBytesView))
            return Response(
                status: .ok,
                headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer))
            )
        }
        return Application(
            responder: responder,
            configuration: ApplicationConfiguration(
                address: .unixDomainSocket(path: socket),
                serverName: nil
            ),
            logger: logger
        )
    }
}
