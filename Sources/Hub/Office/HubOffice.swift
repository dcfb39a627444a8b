import Foundation
import HubStorage
import ReplicaStore
import Sealing
import Seams
import Statistics

/// Carries out what the operator asks, one order at a time, in the one process that holds the data folder.
package actor HubOffice {
    package nonisolated let folder: HubFolder
    let environment: ReplicaEnvironment
    private var last: Task<Void, Never>?
    private var opened: HubStore?

    package init(_ folder: HubFolder, _ environment: ReplicaEnvironment) {
        self.folder = folder
        self.environment = environment
    }

    /// Carries out an order after those that came before it.
    package func carryOut(_ order: HubOrder) async -> HubOutcome {
        let previous = last
        let task = Task {
            await previous?.value
            return await outcome(of: order)
        }
        last = Task { _ = await task.value }
        return await task.value
    }

    private func outcome(of order: HubOrder) async -> HubOutcome {
        do {
            return try await perform(order)
        } catch {
            return HubOutcome(error)
        }
    }

    private func perform(_ order: HubOrder) async throws -> HubOutcome {
        switch order {
        case .admit(let log, let code):
            if let code { _ = try Landlord(code: code, name: code) }
            let isNew = try folder.admit(Array(log), code: code)
            let key = try folder.key().verifyingKey
            return .admitted(isNew: isNew, hubKey: key.bytes.hexadecimal)
        case .declare(let declaration): return try declare(declaration)
        case .setPolicy(let typed): return try await set(policy: Array(typed))
        case .reconcile(let day, let drops, let again):
            return try await reconcile(day ?? environment.clock.today, drops, again: again)
        case .renewKey(let isForgotten):
            let key = try folder.renewKey(forgettingOld: isForgotten)
            return .renewed(hubKey: key.verifyingKey.bytes.hexadecimal)
        case .backup(let path): return try await backUp(to: path)
        case .freeze(let programme, let day):
            let (frozen, isNew) = try store().freeze(
                programme: programme,
                day: day,
                on: environment.clock.today
            )
            return .frozen(sha256: frozen.sha256, isNew: isNew)
        case .account(let change): return try change(in: try store())
        case .verify: return .verified(findings: try await findings())
        }
    }

    private func declare(_ declaration: HubDeclaration) throws -> HubOutcome {
        guard let start = UTCDay(iso: declaration.start), let end = UTCDay(iso: declaration.end)
        else { throw HubFailure.badDate }
        let programme = try Programme(
            code: declaration.code,
            name: declaration.name,
            objective: declaration.objective,
            start: start,
            end: end
        )
        let landlords = try declaration.landlords.map {
            try Landlord(code: $0.code, name: $0.name)
        }
        try store().declare(programme: programme, landlords: landlords)
        let region = try openRegion()
        defer { try? region.close() }
        try region.declare(programme)
        return .declared(programme: programme.code, landlords: landlords.count)
    }

    // MARK: What lies in the folder

    /// The store of programmes, statements and reports, made where the folder holds none.
    ///
    /// It is opened once, and whoever needs it in this process shares it: a file in WAL mode has one
    /// writer.
    package func store() throws -> HubStore {
        if let opened { return opened }
        let path = folder.path + "/" + HubStore.fileName
        let store =
            environment.volume.isAbsent(path)
            ? try HubStore.create(path: path) : try HubStore.open(path: path)
        opened = store
        return store
    }

    /// Closes the store, once nobody carries out or reads anything any more.
    package func close() throws {
        try opened?.close()
        opened = nil
    }

    func openRegion() throws -> RegionDesk {
        try RegionDesk(in: folder.path, try folder.key(), environment)
    }
}
