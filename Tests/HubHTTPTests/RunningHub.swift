import Foundation
import HostSystem
import HubServer
import HubStorage
import Logging
import Seams
import ServiceLifecycle
import TestKit

/// A hub in this process, on a port of the loopback that the system chose.
struct RunningHub {
    let folder: HubFolder
    let desk: HubDesk
    let port: Int
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    init(
        at path: String,
        clock: any WallClock = SystemClock(),
        rates: HubRates = HubRates(),
        limits: ConnectionLimits = ConnectionLimits(),
        admitting log: [UInt8]? = nil
    ) async throws {
        folder = try HubFolder(at: path, SystemEntropy(), HostVolume())
        if let log { try folder.admit(log) }
        desk = try HubDesk(folder, clock, SystemEntropy(), rates)
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        let service = try HubListener(host: "127.0.0.1", port: 0, road: .loopback, limits)
            .service(desk, logger) { continuation.yield($0) }
        let group = ServiceGroup(services: [service], logger: logger)
        self.group = group
        running = Task { try await group.run() }
        var iterator = ports.makeAsyncIterator()
        port = await iterator.next() ?? 0
    }

    var url: String { "http://127.0.0.1:\(port)" }

    func stop() async throws {
        await group.triggerGracefulShutdown()
        try await running.value
        try folder.close()
    }
}
