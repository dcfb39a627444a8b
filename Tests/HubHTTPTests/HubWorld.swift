import Custody
import CustodyKit
import Exchange
import Foundation
import HTTPExchange
import HostSystem
import HubServer
import HubWire
import Membership
import ReplicaStore
import Sealing
import Seams
import TestKit

/// An invented landlord with one laptop at first, and a hub that admitted it.
struct HubWorld {
    let laptops: InventedLaptops
    let data: String

    init(seed: UInt64 = 1) throws {
        laptops = try InventedLaptops(seed: seed)
        data = laptops.folder("hub")
    }

    func start(_ first: InventedLaptop, rates: HubRates = HubRates()) async throws -> RunningHub {
        try await RunningHub(
            at: data,
            clock: laptops.stores.clock,
            rates: rates,
            admitting: try first.custody.log().bytes
        )
    }

    /// One synchronisation, on a thread of its own: it waits for the hub of this process.
    @discardableResult
    func sync(_ laptop: InventedLaptop, _ hub: RunningHub) async throws -> SyncReport {
        try await sync(laptop, at: hub.url, key: hub.desk.publicKeyText)
    }

    @discardableResult
    func sync(
        _ laptop: InventedLaptop,
        at url: String,
        key: String?
    ) async throws -> SyncReport {
        try await apart {
            try HubRoad.sync(
                laptop.replica,
                laptop.custody,
                at: try HubAddress(url),
                key: key,
                beside: HostFolder(laptops.folder(laptop.name)),
                HubPause(attempts: 2, SystemEntropy()) { _ in }
            )
        }
    }

    /// A connection of a device, for requests by hand.
    func connection(_ laptop: InventedLaptop, _ hub: RunningHub) throws -> HubConnection {
        HubConnection(
            try HubAddress(hub.url),
            hub: try VerifyingKey(bytes: ContentHash(hex: hub.desk.publicKeyText)?.bytes ?? []),
            device: laptop.custody.device,
            identity: laptop.custody.identity,
            HubPause(attempts: 2, SystemEntropy()) { _ in }
        )
    }
}

/// Runs what waits on a thread of its own.
func apart<Result: Sendable>(_ work: @escaping () throws -> Result) async throws -> Result {
    nonisolated(unsafe) let work = work
    return try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Swift.Result { try work() }) }
    }
}
