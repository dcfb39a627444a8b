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
import HubWire
import Membership
import Records
import ReplicaStore
import Sealing
import Seams
import Statistics
import TestKit
import Testing

/// What the nightly reconciliation takes, refuses and reports.
struct NightTests {
    @Test func `statements of a folder and of a mailbox count alike, and who is silent is named`()
        async throws
    {
        let world = try await NightWorld()
        try world.leave(world.statement("B4", registered: 24), world.b4, world.first)
        let report = try await world.night()
        #expect(report.statements.accepted == 1)
        #expect(report.silent.map(\.landlord) == ["B5"])
        #expect(report.silent.map(\.ageDays) == [nil])
        let mailbox = try world.mailbox(world.other)
        let bytes = try world.signed(world.statement("B5", registered: 7), world.other, "B5")
        _ = try await mailbox.append(bytes, on: world.clock.today)
        let second = try await world.night(again: true)
        #expect(second.revision == 2)
        #expect(second.statements.accepted == 2)
        #expect(second.silent.isEmpty)
        #expect(try world.registered() == 31)
    }

    @Test func `a day that is done stays as it is`() async throws {
        let world = try await NightWorld()
        try world.leave(world.statement("B4", registered: 24), world.b4, world.first)
        let first = try await world.night()
        try world.leave(
            world.statement("B4", registered: 30, version: 2),
            world.b4,
            world.first,
            version: 2
        )
        let order = HubOrder.reconcile(day: nil, drops: [world.b4.share], again: false)
        guard case .reconciled(let same, let isNew) = try await world.done(order) else {
            Issue.record("no report")
            return
        }
        #expect(same == first)
        #expect(!isNew)
        #expect(try world.registered() == 24)
        world.clock.advance(days: 1)
        try await world.night()
        #expect(try world.registered() == 30)
    }

    @Test func `a landlord's code is its own: another's statement under it is refused`()
        async throws
    {
        let world = try await NightWorld()
        let forged = try world.signed(world.statement("B4", registered: 99), world.other, "B4")
        let share = HostFolder(world.b5.share)
        try share.write(forged, as: "B5-releve-1-00000000.passerelle")
        let report = try await world.night()
        #expect(report.roads[1].refused.map(\.reason) == ["the hub refuses it [other-code]"])
        #expect(try world.registered() == nil)
        // The right envelope around another's counts goes no further.
        let wrapped = try world.signed(world.statement("B4", registered: 99), world.other, "B5")
        _ = try await world.mailbox(world.other).append(wrapped, on: world.clock.today)
        let second = try await world.night(again: true)
        #expect(second.statements.refused.count == 1)
        #expect(try world.registered() == nil)
    }

    @Test func `a statement in clear, a revoked device's and a stranger's are refused by name`()
        async throws
    {
        let world = try await NightWorld()
        let second = try world.b4.join("second", world.first)
        let statement = try world.statement("B4", registered: 5)
        let revoked = try world.signed(statement, second, "B4")
        let station = try unwrap(Station(number: 2))
        try world.first.custody.revoke(station, .lost, known: world.first.replica.versionVector)
        try world.sync(world.b4, world.first)
        let stranger = try InventedLaptops(seed: 77, code: "B4")
        let strangers = try stranger.found().laptop
        let foreign = try world.signed(statement, strangers, "B4")
        let partition = try unwrap(
            PartitionID(kind: .upward, id: world.first.replica.partition.id, code: "B4")
        )
        let clear = Envelope(
            kind: .statement,
            partition: partition,
            sender: world.first.replica.id,
            sequence: 1,
            base: VersionVector(),
            target: VersionVector(),
            body: statement
        )
        let share = HostFolder(world.b4.share)
        try share.write(clear.bytes, as: "a-in-clear.passerelle")
        try share.write(foreign, as: "b-stranger.passerelle")
        try share.write(revoked, as: "c-revoked.passerelle")
        let road = try await world.night().roads[0]
        let reasons = road.refused.map(\.reason)
        #expect(reasons.contains { $0.contains("[not-sealed]") })
        #expect(reasons.contains { $0.contains("[not-found]") })
        #expect(reasons.contains { $0.contains("[revoked]") })
        #expect(!road.refused.contains { $0.what.contains("stranger") })
        #expect(try world.registered() == nil)
    }

    @Test func `a statement dated tomorrow waits for its night; one of next year is refused`()
        async throws
    {
        let world = try await NightWorld()
        let today = world.clock.today
        try world.leave(
            world.statement("B4", registered: 4, day: today + 1),
            world.b4,
            world.first
        )
        try world.leave(
            world.statement("B5", registered: 5, day: today + 365),
            world.b5,
            world.other
        )
        let report = try await world.night()
        #expect(report.statements.accepted == 0)
        #expect(report.statements.refused.count == 1)
        world.clock.advance(days: 1)
        #expect(try await world.night().statements.accepted == 1)
        #expect(try world.registered() == 4)
    }

    @Test func `reports are signed, and each names the one before it`() async throws {
        let world = try await NightWorld()
        try await world.night()
        world.clock.advance(days: 1)
        try await world.night()
        let store = try HubStore.read(path: world.data + "/" + HubStore.fileName)
        defer { try? store.close() }
        let last = try unwrap(try store.lastNight())
        let before = try unwrap(try store.night(of: world.clock.today - 1))
        let key = try world.folder.key().verifyingKey
        #expect(HubOffice.isSigned(last, by: key))
        #expect(try !HubOffice.isSigned(last, by: SigningKey(from: SeededEntropy(9)).verifyingKey))
        let report = try HubOffice.read(last.report)
        #expect(report.previous == ContentHash(of: before.report).description)
        let text = String(decoding: last.report, as: UTF8.self)
        #expect(!text.contains(world.b4.share))
    }
}
