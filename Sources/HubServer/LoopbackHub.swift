import HubStorage
import Logging
import Seams
import ServiceLifecycle

/// A hub in this process, on a port of the loopback that the system chooses: for what is composed in one
/// process, such as the demonstration.
package final class LoopbackHub: Sendable {
    package let desk: HubDesk
    package let url: String
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    /// Starts serving from a data folder.
    package init(
        _ folder: HubFolder,
        _ clock: any WallClock,
        _ entropy: any Entropy,
        _ rates: HubRates = HubRates(),
        pages: (any HubSite)? = nil
    ) async throws {
        desk = try HubDesk(folder, clock, entropy, rates)
        let logger = Logger(label: "hub", factory: { _ in SwiftLogNoOpLogHandler() })
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        let service = try HubListener(host: "127.0.0.1", port: 0, road: .loopback)
            .service(desk, logger, pages: pages) { continuation.yield($0) }
        let group = ServiceGroup(services: [service], logger: logger)
        self.group = group
        running = Task { try await group.run() }
        var iterator = ports.makeAsyncIterator()
        url = "http://127.0.0.1:\(await iterator.next() ?? 0)"
    }

    /// Stops once what was accepted is answered.
    package func stop() async throws {
        await group.triggerGracefulShutdown()
        try await running.value
    }
}
