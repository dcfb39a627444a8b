import BundleFormat
import Causality
import Custody
import CustodyKit
import Exchange
import FolderExchange
import Foundation
import HostSystem
import Hub
import HubStorage
import Membership
import Records
import Region
import ReplicaStore
import Sealing
import Seams
import Statistics
import TestKit

/// Two invented landlords, each with a laptop and a share, and a hub that looks into the shares.
struct NightWorld {
    let b4: InventedLaptops
    let b5: InventedLaptops
    let first: InventedLaptop
    let other: InventedLaptop
    let data: String
    let folder: HubFolder
    let office: HubOffice
    let clock: ManualClock

    init(seed: UInt64 = 1) async throws {
        b4 = try InventedLaptops(seed: seed, code: "B4")
        b5 = try InventedLaptops(seed: seed + 1, code: "B5")
        clock = b4.stores.clock
        first = try b4.found().laptop
        other = try b5.found().laptop
        data = b4.folder("hub")
        let environment = ReplicaEnvironment(
            clock: clock,
            entropy: SeededEntropy(seed + 2),
            volume: HostVolume()
        )
        try FileManager.default.createDirectory(
            atPath: data,
            withIntermediateDirectories: true
        )
        folder = try HubFolder(at: data, environment.entropy, environment.volume)
        office = HubOffice(folder, environment)
        for (laptop, code) in [(first, "B4"), (other, "B5")] {
            try laptop.custody.name(hub: try folder.key().verifyingKey)
            let log = Data(try laptop.custody.log().bytes)
            _ = try await done(.admit(log: log, code: code))
        }
        try await expect([("B4", "Un"), ("B5", "Deux")])
    }

    private func expect(_ landlords: [(code: String, name: String)]) async throws {
        let declaration = HubDeclaration(
            code: "400L",
            name: "400 locataires",
            objective: 400,
            start: "2026-01-01",
            end: "2026-12-31",
            landlords: landlords.map { .init(code: $0.code, name: $0.name) }
        )
        _ = try await done(.declare(declaration))
    }

    /// Expects a third landlord in the programme.
    func expectThird() async throws {
        try await expect([("B4", "Un"), ("B5", "Deux"), ("B6", "Trois")])
    }

    /// Carries out an order that must not be refused.
    func done(_ order: HubOrder) async throws -> HubOutcome {
        let outcome = await office.carryOut(order)
        if case .refused(let message, _) = outcome { throw Refusal(message: message) }
        return outcome
    }

    struct Refusal: Error { let message: String }

    @discardableResult
    func night(_ day: Int? = nil, again: Bool = false) async throws -> NightReport {
        let drops = [b4.share, b5.share]
        let order = HubOrder.reconcile(day: day, drops: drops, again: again)
        guard case .reconciled(let report, _) = try await done(order) else {
            throw Refusal(message: "no report")
        }
        return report
    }

    func mailbox(_ laptop: InventedLaptop) throws -> any MailboxStorage {
        try unwrap(folder.mailbox(of: laptop.custody.log().roster.landlord))
    }

    func region(_ world: InventedLaptops, _ laptop: InventedLaptop) throws -> RegionSync {
        RegionSync(
            beside: world.folder(laptop.name),
            try RegionSchema.make(),
            world.stores.environment()
        )
    }

    /// One synchronisation with the landlord's own share, the region's partition with it.
    @discardableResult
    func sync(_ world: InventedLaptops, _ laptop: InventedLaptop) throws -> SyncReport {
        try SealedSync(
            laptop.custody,
            laptop.replica,
            HostFolder(world.share),
            region: region(world, laptop)
        ).run()
    }

    func statement(
        _ code: String,
        registered: Int,
        version: Int = 1,
        day: Int? = nil
    ) throws -> [UInt8] {
        try Statement(
            landlord: Landlord(code: code, name: "Bailleur inventé"),
            programme: "400L",
            cutoff: unwrap(UTCDay(number: day ?? clock.today)),
            version: version,
            counts: Counts([
                .registered: registered, .registeredPresent: registered,
                .participants: registered,
            ])
        ).canonicalBytes
    }

    /// Leaves a statement in a share.
    func leave(
        _ statement: [UInt8],
        _ world: InventedLaptops,
        _ laptop: InventedLaptop,
        version: Int = 1
    ) throws {
        let mailbox = FolderMailbox(HostFolder(world.share))
        let outbox = StatementOutbox(laptop.custody, laptop.replica, mailbox)
        try outbox.send(statement, version: version)
    }

    /// A statement in the envelope of a device, under any code.
    func signed(
        _ statement: [UInt8],
        _ laptop: InventedLaptop,
        _ code: String,
        sequence: UInt64 = 1
    ) throws -> [UInt8] {
        let partition = PartitionID(kind: .upward, id: laptop.replica.partition.id, code: code)
        let fields = SealedBundle.Fields(
            kind: .statement,
            partition: try unwrap(partition),
            device: laptop.custody.device,
            sender: laptop.replica.id,
            sequence: sequence,
            previous: sequence == 1
                ? .none : Digest256(of: laptop.replica.id.bytes, as: .bundleChain),
            base: VersionVector(),
            target: VersionVector(),
            membership: try laptop.custody.log().roster.head
        )
        return try SealedBundle.seal(
            statement,
            fields,
            to: [],
            signedBy: laptop.custody.identity,
            entropy: SeededEntropy(5)
        )
    }

    func registered() throws -> Int? {
        let store = try HubStore.read(path: data + "/" + HubStore.fileName)
        defer { try? store.close() }
        return try store.bilan(programme: "400L", asOf: clock.today).withLastKnown
            .counts?[.registered]
    }
}
