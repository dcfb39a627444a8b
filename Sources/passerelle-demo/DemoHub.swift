import Custody
import Dispatch
import Foundation
import HTTPExchange
import HostSystem
import Hub
import HubServer
import HubStorage
import HubWire
import Logging
import Membership
import ReplicaStore
import Sealing
import ServiceLifecycle
import Statistics

/// The hub of the story: a real server on the loopback, its nights, and what the union reads of it.
final class DemoHub {
    let url: String
    /// The key that devices pin.
    let key: String
    private let data: String
    private let folder: HubFolder
    private let office: HubOffice
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    init(in data: String, _ clock: DemoClock) throws {
        let environment = ReplicaEnvironment(
            clock: clock,
            entropy: SystemEntropy(),
            volume: HostVolume()
        )
        self.data = data
        folder = try HubFolder(at: data, environment.entropy, environment.volume)
        office = HubOffice(folder, environment)
        let desk = try HubDesk(folder, clock, environment.entropy)
        key = desk.publicKeyText
        let logger = Logger(label: "hub", factory: { _ in SwiftLogNoOpLogHandler() })
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        let service = try HubListener(host: "127.0.0.1", port: 0, road: .loopback)
            .service(desk, logger) { continuation.yield($0) }
        let group = ServiceGroup(services: [service], logger: logger)
        self.group = group
        running = Task { try await group.run() }
        let port = Self.wait { await ports.first { _ in true } }
        guard let port else { throw HubRoadFailure.unreachable }
        url = "http://127.0.0.1:\(port)"
    }

    /// The store that the union reads.
    func store() throws -> HubStore { try HubStore.read(path: data + "/" + HubStore.fileName) }

    func admit(_ custody: DeviceCustody, as code: String) throws {
        _ = try carryOut(.admit(log: Data(try custody.log().bytes), code: code))
    }

    func declare(_ programme: Programme, _ landlords: [ReferenceFigures]) throws {
        let declaration = HubDeclaration(
            code: programme.code,
            name: programme.name,
            objective: programme.objective,
            start: programme.start.isoText,
            end: programme.end.isoText,
            landlords: landlords.map { .init(code: $0.code, name: $0.name) }
        )
        _ = try carryOut(.declare(declaration))
    }

    /// The reconciliation of a night; a day that is done is done once more.
    func reconcile(_ day: Int, over drops: [String], again: Bool) throws -> NightReport {
        let order = HubOrder.reconcile(day: day, drops: drops, again: again)
        guard case .reconciled(let report, _) = try carryOut(order) else {
            throw HubRoadFailure.badAnswer
        }
        return report
    }

    private func carryOut(_ order: HubOrder) throws -> HubOutcome {
        let office = office
        let outcome = Self.wait { await office.carryOut(order) }
        if case .refused(let message, _) = outcome { throw DemoFailure(message) }
        return outcome
    }

    func close() throws {
        let (group, running) = (group, running)
        let failure: (any Error)? = Self.wait {
            await group.triggerGracefulShutdown()
            do { try await running.value } catch { return error }
            return nil
        }
        if let failure { throw failure }
        try folder.close()
    }

    /// Waits for what is asynchronous: the story is told on a thread of its own.
    private static func wait<Result: Sendable>(
        _ work: @escaping @Sendable () async -> Result
    ) -> Result {
        let done = DispatchSemaphore(value: 0)
        nonisolated(unsafe) var result: Result?
        Task.detached {
            result = await work()
            done.signal()
        }
        done.wait()
        guard let result else { preconditionFailure("the work has signalled") }
        return result
    }
}
