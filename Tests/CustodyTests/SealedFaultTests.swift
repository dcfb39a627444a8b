import Causality
import Custody
import CustodyKit
import Exchange
import Foundation
import HostSystem
import Membership
import Records
import ReplicaStore
import Sealing
import Seams
import SimulatedWorld
import TestKit
import Testing

/// A disk that is full, fails or stops at every operation of what an enrolled device does.
///
/// The device lies whole on a simulated disk: store, ledger and keyring.
struct SealedFaultTests {
    /// Whether every point is tried, which takes minutes; else a few of each kind.
    private static let isWhole =
        ProcessInfo.processInfo.environment["PASSERELLE_LAWS"] == "whole"

    private let world: InventedLaptops
    private let first: InventedLaptop
    private let disk: SimulatedDisk

    init() throws {
        world = try InventedLaptops(seed: 18)
        first = try world.found().laptop
        let folder = SimulatedVFS.root + "custody-\(UUID().uuidString)"
        disk = SimulatedDisk(folder: folder, machine: 1)
        try #require(SimulatedVFS.mount(disk))
    }

    private var environment: ReplicaEnvironment {
        ReplicaEnvironment(
            clock: world.stores.clock,
            entropy: world.stores.entropy,
            volume: SimulatedVolume(disk)
        )
    }

    /// A second device on the simulated disk.
    private func second() throws -> InventedLaptop {
        let (custody, request) = try DeviceCustody.request(
            in: disk.folder,
            under: InventedLaptops.passphrase,
            costing: world.derivation,
            environment
        )
        let (invitation, _) = try first.custody.invite(request, into: world.stores.partition)
        let enrolment = try custody.accept(invitation, code: invitation.code.description)
        let replica = try Replica.create(
            in: disk.folder,
            enrolment.partition,
            world.schema,
            environment
        )
        let laptop = InventedLaptop(name: "second", replica: replica, custody: custody)
        for each in [first, laptop, first] { try world.sync(each) }
        return laptop
    }

    /// The operations at which something strikes: every one, or every so many.
    private func points(every step: Int) -> StrideTo<Int> {
        stride(from: 1, to: .max, by: Self.isWhole ? 1 : step)
    }

    private func unlock() throws -> DeviceCustody {
        try DeviceCustody.unlock(
            in: disk.folder,
            with: InventedLaptops.passphrase,
            costing: world.derivation,
            environment
        )
    }

    private func reopen() throws -> InventedLaptop {
        let replica = try Replica.open(in: disk.folder, world.schema, environment)
        return InventedLaptop(name: "second", replica: replica, custody: try unlock())
    }

    /// What a device on a failing disk says: a named failure, or nothing where it was done.
    private func outcome(_ work: () throws -> Void) -> String? {
        do {
            try work()
            return nil
        } catch let error as ReplicaError {
            return error.code.rawValue
        } catch let failure as DiskFailure {
            if case .full = failure { return "disk-full" }
            return "disk-failed"
        } catch {
            return "unnamed: \(error)"
        }
    }

    /// Both devices hold the same, and what lies on the disk is whole.
    private func checkWhole(_ laptop: InventedLaptop, _ place: String) throws {
        #expect(try laptop.names() == first.names(), "\(place)")
        #expect(laptop.replica.versionVector == first.replica.versionVector, "\(place)")
        #expect(try laptop.replica.verify().isSound, "\(place)")
        #expect(try laptop.custody.auditLines().isWhole, "\(place)")
        #expect(try laptop.custody.log().bytes == first.custody.log().bytes, "\(place)")
    }

    /// Writes on both devices, so that an exchange has to take in and to leave something.
    private func work(_ laptop: InventedLaptop, _ number: Int) throws {
        let text = Value.text("Personne \(number)")
        try first.write(
            .natural("person", [1, UInt8(number & 0xFF), UInt8(number >> 8)]),
            [
                "name": text
            ]
        )
        try laptop.write(
            .natural("person", [2, UInt8(number & 0xFF), UInt8(number >> 8)]),
            [
                "name": text
            ]
        )
        try world.sync(first)
    }

    @Test(arguments: [DiskFault.full, .storesHalf, .failsOnce, .fails])
    func `18: no room at each write of a sealed import: named, nothing taken, then taken whole`(
        _ fault: DiskFault
    ) throws {
        let laptop = try second()
        let isRoom = fault == .full || fault == .storesHalf
        var struck = 0
        var names: Set<String> = []
        for point in points(every: isRoom ? 1 : 3) {
            try work(laptop, point)
            disk.arm(fault, at: point)
            let said = outcome { try world.sync(laptop) }
            let hasStruck = disk.struck != nil
            disk.mend()
            names.formUnion([said].compactMap { $0 })
            try world.sync(laptop)
            try world.sync(first)
            try checkWhole(laptop, "\(fault) at \(point), said \(said ?? "nothing")")
            if !hasStruck {
                #expect(said == nil)
                break
            }
            struck += 1
        }
        #expect(struck > 9)
        #expect(
            names.isSubset(of: isRoom ? ["disk-full"] : ["disk-failed", "disk-full", "read-only"])
        )
        #expect(!names.isEmpty)
        try laptop.replica.close()
        try laptop.custody.close()
        let again = try reopen()
        try checkWhole(again, "opened again")
    }

    @Test(arguments: [Survival.everything, .nothing, .torn])
    func `19: stopped at each step of a sealed import, it is whole after the restart`(
        _ survival: Survival
    ) throws {
        var laptop = try second()
        var struck = 0
        for point in points(every: 3) {
            try work(laptop, point)
            disk.arm(.stop, at: point)
            let said = outcome { try world.sync(laptop) }
            let hasStruck = disk.struck != nil
            if !hasStruck {
                #expect(said == nil)
                break
            }
            #expect(said?.hasPrefix("unnamed") == false, "\(said ?? "nothing")")
            struck += 1
            disk.restart(survival, Dice(19, UInt64(point)))
            laptop = try reopen()
            for each in [laptop, first, laptop] { try world.sync(each) }
            try checkWhole(laptop, "stopped at \(point)")
        }
        #expect(struck > 9)
    }

    @Test func `19: stopped at each step of a change of keys, the keys it has open what follows`()
        throws
    {
        var laptop = try second()
        var struck = 0
        for point in points(every: 2) {
            // A month later the device lacks a key, and in time the oldest is destroyed.
            world.stores.clock.advance(days: 31)
            try world.sync(first)
            try laptop.replica.close()
            try laptop.custody.close()
            disk.arm(.stop, at: point)
            let said = outcome {
                laptop = try reopen()
                try world.sync(laptop)
            }
            let hasStruck = disk.struck != nil
            if hasStruck {
                #expect(said?.hasPrefix("unnamed") == false, "\(said ?? "nothing")")
                struck += 1
                disk.restart(.nothing, Dice(19, UInt64(point)))
                laptop = try reopen()
            }
            disk.mend()
            for each in [laptop, first, laptop] { try world.sync(each) }
            try work(laptop, point)
            let report = try world.sync(laptop)
            #expect(report.refusals.isEmpty, "stopped at \(point)")
            try world.sync(first)
            try checkWhole(laptop, "stopped at \(point)")
            if !hasStruck {
                #expect(said == nil)
                break
            }
        }
        #expect(struck > 5)
    }

    @Test func `19: stopped at each step of an erasure, the person is there or gone, never half`()
        throws
    {
        var laptop = try second()
        var struck = 0
        for point in points(every: 7) {
            let id = RecordID.natural("person", [3, UInt8(point & 0xFF), UInt8(point >> 8)])
            let canary = "CANARI-\(point)-NOM"
            try laptop.write(id, ["name": .text(canary)])
            disk.arm(.stop, at: point)
            let said = outcome { try laptop.replica.erase("person", id: id) }
            let hasStruck = disk.struck != nil
            if hasStruck {
                #expect(said?.hasPrefix("unnamed") == false, "\(said ?? "nothing")")
                struck += 1
                disk.restart(.nothing, Dice(19, UInt64(point)))
                laptop = try reopen()
            }
            disk.mend()
            let isErased = try laptop.replica.erasedRows().contains { $0.id == id }
            #expect(try laptop.names().contains(canary) == !isErased, "stopped at \(point)")
            try laptop.replica.erase("person", id: id)
            #expect(try laptop.replica.verify().isSound, "stopped at \(point)")
            let bytes = disk.image.values.map { String(decoding: $0, as: UTF8.self) }
            #expect(!bytes.contains { $0.contains(canary) }, "stopped at \(point)")
            if !hasStruck {
                #expect(said == nil)
                break
            }
        }
        #expect(struck > 9)
    }

    @Test func `19: stopped at each step of joining, the device is a member or may join yet`()
        throws
    {
        var struck = 0
        for point in points(every: 1) {
            disk.replace(with: [:], keepsNumbers: false)
            var (custody, request) = try DeviceCustody.request(
                in: disk.folder,
                under: InventedLaptops.passphrase,
                costing: world.derivation,
                environment
            )
            let (invitation, _) = try first.custody.invite(request, into: world.stores.partition)
            let code = invitation.code.description
            disk.arm(.stop, at: point)
            let said = outcome { _ = try custody.accept(invitation, code: code) }
            let hasStruck = disk.struck != nil
            if hasStruck {
                #expect(said?.hasPrefix("unnamed") == false, "\(said ?? "nothing")")
                struck += 1
                disk.restart(.nothing, Dice(19, UInt64(point)))
                custody = try unlock()
                if (try? custody.log()) == nil {
                    _ = try custody.accept(invitation, code: code)
                }
            }
            disk.mend()
            #expect(try custody.log().roster.isActive(custody.device), "stopped at \(point)")
            #expect(try custody.auditLines().lines.map(\.deed) == ["request", "accept"])
            try custody.close()
            if !hasStruck {
                #expect(said == nil)
                break
            }
        }
        #expect(struck > 9)
    }
}
