import Custody
import CustodyKit
import Foundation
import GRDB
import HostSystem
import Hub
import HubStorage
import HubWire
import Membership
import Records
import ReplicaStore
import Sealing
import Seams
import Statistics
import TestKit
import Testing

/// A backup is whole or it is none, and a hub made from one begins a new life.
struct HubBackupTests {
    private func restored(_ world: NightWorld, from backup: String) throws -> HubFolder {
        let data = world.b4.folder("restored")
        let environment = ReplicaEnvironment(
            clock: world.clock,
            entropy: SeededEntropy(50),
            volume: HostVolume()
        )
        _ = try HubRestore(from: backup, into: data, environment).run()
        return try HubFolder(at: data, environment.entropy, environment.volume)
    }

    private func backedUp() async throws -> (NightWorld, String) {
        let world = try await NightWorld()
        try world.first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(world.b4, world.first)
        try world.leave(world.statement("B4", registered: 24), world.b4, world.first)
        try await world.night()
        let backup = world.b4.folder("backup")
        _ = try await world.done(.backup(path: backup))
        return (world, backup)
    }

    @Test func `what was copied is there again, under the same key and other epochs`() async throws
    {
        let (world, backup) = try await backedUp()
        let folder = try restored(world, from: backup)
        defer { try? folder.close() }
        #expect(folder.landlords == world.folder.landlords)
        #expect(try folder.key().verifyingKey == world.folder.key().verifyingKey)
        for landlord in folder.landlords {
            let (new, old) = (folder.mailbox(of: landlord), world.folder.mailbox(of: landlord))
            let listing = try await unwrap(new).list(since: 0)
            let before = try await unwrap(old).list(since: 0)
            #expect(listing.events == before.events)
            #expect(listing.epoch != before.epoch)
        }
        let office = HubOffice(folder, world.b4.stores.environment())
        #expect(await office.carryOut(.verify) == .verified(findings: []))
        let store = try HubStore.read(path: folder.path + "/" + HubStore.fileName)
        defer { try? store.close() }
        let bilan = try store.bilan(programme: "400L", asOf: world.clock.today)
        #expect(bilan.withLastKnown.counts?[.registered] == 24)
    }

    @Test func `a damaged backup, and a path where something stands, are refused`() async throws {
        let (world, backup) = try await backedUp()
        guard case .refused(_, let code) = await world.office.carryOut(.backup(path: backup)) else {
            Issue.record("it wrote over a backup")
            return
        }
        #expect(code == 73)
        let file = backup + "/" + HubStore.fileName
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: file))
        #expect(throws: HubFailure.backupDamaged(file: HubStore.fileName)) {
            _ = try restored(world, from: backup)
        }
        try FileManager.default.removeItem(atPath: backup + "/backup.json")
        #expect(throws: HubFailure.backupMissing(path: backup)) {
            _ = try restored(world, from: backup)
        }
    }

    @Test func `verify names what is damaged`() async throws {
        let (world, _) = try await backedUp()
        #expect(try await world.done(.verify) == .verified(findings: []))
        let landlord = try world.first.custody.log().roster.landlord
        let queue = try DatabaseQueue(path: "\(world.data)/landlords/\(landlord).sqlite")
        try await queue.write { database in
            try database.execute(
                sql: "UPDATE bundle SET bytes = CAST(bytes || x'00' AS BLOB) WHERE is_region = 0"
            )
        }
        try queue.close()
        guard case .verified(let findings) = try await world.done(.verify) else { return }
        #expect(findings.count == 1)
        #expect(findings.first?.contains("is damaged") == true)
    }
}
