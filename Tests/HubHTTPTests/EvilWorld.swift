import Custody
import CustodyKit
import Exchange
import Foundation
import HTTPExchange
import HostSystem
import HubServer
import HubStorage
import HubWire
import Records
import ReplicaStore
import Sealing
import Synchronization
import TestKit

/// Two laptops of one landlord that met over an honest hub; then it cheats.
struct EvilWorld {
    let world: HubWorld
    let first: InventedLaptop
    let second: InventedLaptop
    let honest: RunningHub

    init() async throws {
        world = try HubWorld()
        first = try world.laptops.found().laptop
        honest = try await world.start(first)
        second = try world.laptops.join("second", first)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        for laptop in [first, second, first] { try await world.sync(laptop, honest) }
    }

    /// One synchronisation of a laptop with a hub that cheats so.
    func sync(
        _ laptop: InventedLaptop,
        _ trick: @escaping EvilHub.Trick = EvilHub.unchanged
    ) async throws -> SyncReport {
        let honest = honest
        return try await sync(laptop, behind: { _ in honest }, trick)
    }

    /// The same before another honest hub, or before none.
    func sync(
        _ laptop: InventedLaptop,
        behind: @escaping @Sendable (EvilHub.Asked) -> RunningHub?,
        _ trick: @escaping EvilHub.Trick
    ) async throws -> SyncReport {
        let evil = try await EvilHub(try honest.folder.key(), behind: behind, trick)
        let result = await Result(catching: {
            try await world.sync(laptop, at: evil.url, key: evil.publicKeyText)
        })
        try await evil.stop()
        return try result.get()
    }

    /// A write of a laptop that goes to the honest hub.
    func write(_ laptop: InventedLaptop, _ number: UInt8, _ name: String) async throws {
        try laptop.write(InventedLaptops.id(number), ["name": .text(name)])
        try await world.sync(laptop, honest)
    }

    /// A copy of the hub's data as it is now, which another process may serve.
    func copy(_ name: String) async throws -> RunningHub {
        let folder = world.laptops.folder(name)
        try FileManager.default.copyItem(atPath: world.data, toPath: folder)
        return try await RunningHub(at: folder, clock: world.laptops.stores.clock)
    }

    /// All laptops meet the honest hub until nothing is left to say, and hold the same people.
    func settles(_ laptops: InventedLaptop...) async throws -> Bool {
        for laptop in laptops + laptops + laptops { try await world.sync(laptop, honest) }
        let names = try laptops.map { try $0.names() }
        return Set(names).count == 1
    }
}

extension Result where Failure == any Error {
    init(catching body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}

extension SyncReport {
    /// The codes of what was refused, in brackets at the end of each reason.
    var codes: [String] {
        refusals.flatMap { refusal in
            refusal.reason.matches(of: /\[([a-z-]+)\]/).map { String($0.1) }
        }
    }
}
