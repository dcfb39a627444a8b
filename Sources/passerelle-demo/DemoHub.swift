import Custody
import Dispatch
import Foundation
import HTTPExchange
import HostSystem
import Hub
import HubServer
import HubStorage
import HubWire
import Membership
import ReplicaStore
import Sealing
import Statistics
import Synchronization

/// The hub of the story: a real server on the loopback, its nights, and what the union reads of it.
final class DemoHub {
    /// The key that devices pin.
    let key: String
    private let data: String
    private let folder: HubFolder
    private let office: HubOffice
    private let server: LoopbackHub

    init(in data: String, _ clock: DemoClock) throws {
        let environment = ReplicaEnvironment(
            clock: clock,
            entropy: SystemEntropy(),
            volume: HostVolume()
        )
        self.data = data
        let folder = try HubFolder(at: data, environment.entropy, environment.volume)
        self.folder = folder
        office = HubOffice(folder, environment)
        server = try Self.wait { try await LoopbackHub(folder, clock, environment.entropy) }
        key = server.desk.publicKeyText
    }

    var url: String { server.url }

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
        let outcome = try Self.wait { await office.carryOut(order) }
        if case .refused(let message, _) = outcome { throw DemoFailure(message) }
        return outcome
    }

    func close() throws {
        let server = server
        try Self.wait { try await server.stop() }
        let office = office
        try Self.wait { try await office.close() }
        try folder.close()
    }

    /// Waits for what is asynchronous: the story is told on a thread of its own.
    private static func wait<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) throws -> Value {
        let done = DispatchSemaphore(value: 0)
        let result = Mutex<Result<Value, any Error>?>(nil)
        Task.detached {
            let outcome: Result<Value, any Error>
            do { outcome = .success(try await work()) } catch { outcome = .failure(error) }
            result.withLock { $0 = outcome }
            done.signal()
        }
        done.wait()
        guard let outcome = result.withLock({ $0 }) else { throw DemoFailure("nothing was done") }
        return try outcome.get()
    }
}
