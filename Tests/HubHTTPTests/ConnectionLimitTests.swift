import Custody
import CustodyKit
import Foundation
import HubServer
import HubWire
import Membership
import NIOCore
import NIOHTTP1
import Records
import TestKit
import Testing

/// A connection that keeps the hub waiting is closed, and others are served.
struct ConnectionLimitTests {
    private let world: HubWorld
    private let first: InventedLaptop

    init() throws {
        world = try HubWorld()
        first = try world.laptops.found().laptop
    }

    private func start(_ limits: ConnectionLimits) async throws -> RunningHub {
        try await RunningHub(
            at: world.data,
            limits: limits,
            admitting: try first.custody.log().bytes
        )
    }

    @Test func `a head that does not come whole is closed without an answer`() async throws {
        let hub = try await start(ConnectionLimits(head: .milliseconds(300)))
        let slow = try RawConnection(to: hub.port)
        slow.send("GET /health HTTP/1.1\r\nHost: x\r\n")
        let heard = try await apart { slow.receiveAll() }
        #expect(heard?.isEmpty == true)
        try await world.sync(first, hub)
        try await hub.stop()
    }

    @Test func `a body slower than the rate is closed once the grace is over`() async throws {
        let hub = try await start(ConnectionLimits(rate: 1 << 20, grace: .milliseconds(1_200)))
        let landlord = try first.custody.log().roster.landlord
        let nonce = try await SignedRequest.nonce(of: hub)
        let bytes = [UInt8](repeating: 7, count: 1_000)
        let path = HubPath(landlord).bundle(ContentHash(of: bytes))
        let signed = try SignedRequest(.PUT, path, bytes, by: first, nonce: nonce)
        let fields = signed.fields.map { "\($0): \($1)\r\n" }.joined()
        let slow = try RawConnection(to: hub.port)
        slow.send("PUT \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\(fields)\r\nabc")
        let heard = try await apart { slow.receiveAll() }
        #expect(heard?.isEmpty == true)
        try await hub.stop()
    }

    @Test func `a body that goes on after its refusal is cut`() async throws {
        let hub = try await start(ConnectionLimits())
        let endless = try RawConnection(to: hub.port)
        endless.send("POST /nowhere HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        let piece = "10000\r\n" + String(repeating: "x", count: 65_536) + "\r\n"
        let taken = try await apart { (0..<4_096).prefix { _ in endless.send(piece) }.count }
        // 4 MiB after the answer, and what the system buffers on both sides.
        #expect(taken < 512)
        try await hub.stop()
    }

    @Test func `an answer that nobody reads is given up`() async throws {
        let hub = try await start(ConnectionLimits(answer: .milliseconds(500)))
        let reader = try RawConnection(to: hub.port)
        let asked = 1_000
        let request = "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n"
        try await apart { _ = reader.send(String(repeating: request, count: asked)) }
        // A busy machine takes seconds to write until nobody takes any more.
        try await Task.sleep(for: .seconds(8))
        let heard = try await apart { reader.receiveAll() }
        #expect((heard?.components(separatedBy: "HTTP/1.1 200").count ?? asked) < asked)
        try await hub.stop()
    }

    @Test func `one connection too many of an address is closed, and a place freed serves again`()
        async throws
    {
        let hub = try await start(ConnectionLimits(perAddress: 2))
        var open = try (0..<2).map { _ in try RawConnection(to: hub.port) }
        for connection in open { connection.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n") }
        try await Task.sleep(for: .milliseconds(200))
        let third = try RawConnection(to: hub.port)
        third.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(try await apart { third.receiveAll() } == "")
        open = []
        try await Task.sleep(for: .milliseconds(200))
        try await world.sync(first, hub)
        try await hub.stop()
    }

    @Test func `a half-closed connection is answered and closed`() async throws {
        let hub = try await start(ConnectionLimits())
        let half = try RawConnection(to: hub.port)
        half.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
        half.closeOutput()
        let heard = try await apart { half.receiveAll() }
        #expect(heard?.hasPrefix("HTTP/1.1 200") == true)
        try await hub.stop()
    }
}
