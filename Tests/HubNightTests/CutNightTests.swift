import Custody
import CustodyKit
import Foundation
import HostSystem
import Hub
import HubStorage
import HubWire
import Records
import ReplicaStore
import Seams
import Synchronization
import TestKit
import Testing

/// A night that is cut anywhere, and begun again, tells what an uncut one tells.
struct CutNightTests {
    /// A world in which both landlords left bundles and statements in their shares.
    private func filled() async throws -> NightWorld {
        let world = try await NightWorld()
        for (landlord, laptop, code) in [
            (world.b4, world.first, "B4"), (world.b5, world.other, "B5"),
        ] {
            try laptop.write(InventedLaptops.id(1), ["name": "Zoé"])
            try world.sync(landlord, laptop)
            try world.leave(world.statement(code, registered: 12), landlord, laptop)
        }
        return world
    }

    /// What a night leaves behind, less what it says of the runs.
    private func outcome(_ world: NightWorld, _ report: NightReport) async throws -> [String] {
        var told = ["\(report.landlords)", "\(report.statements)", "\(report.silent)"]
        for landlord in world.folder.landlords {
            let mailbox = try unwrap(world.folder.mailbox(of: landlord))
            told.append("\(try await mailbox.list(since: 0).events.map(\.hash).sorted())")
        }
        for share in [world.b4.share, world.b5.share] {
            let names = try FileManager.default.contentsOfDirectory(atPath: share)
            told.append("\(names.filter { !$0.hasPrefix(".") }.sorted())")
        }
        return told
    }

    @Test func `cut at every step, a night that is begun again tells the same`() async throws {
        let whole = try await filled()
        let expected = try await outcome(whole, whole.night())
        var cuts = 0
        for step in 1... {
            let world = try await filled()
            let volume = FailingVolume(after: step)
            let office = HubOffice(
                world.folder,
                ReplicaEnvironment(clock: world.clock, entropy: SeededEntropy(3), volume: volume)
            )
            let order = HubOrder.reconcile(
                day: nil,
                drops: [world.b4.share, world.b5.share],
                again: false
            )
            guard case .refused = await office.carryOut(order) else { break }
            cuts += 1
            #expect(try await outcome(world, world.night()) == expected, "cut at step \(step)")
        }
        #expect(cuts > 10)
    }
}

/// Folders that fail once a number of reads and writes were made.
private final class FailingVolume: Volume {
    private let host = HostVolume()
    private let left: Mutex<Int>

    init(after steps: Int) { left = Mutex(steps) }

    /// Whether one more step may be made.
    func step() throws(DiskFailure) {
        let isOver = left.withLock { left in
            left -= 1
            return left < 0
        }
        if isOver { throw .system(operation: "read", path: "", errno: 5) }
    }

    func networkFileSystem(at path: String) throws(DiskFailure) -> String? { nil }
    func isAbsent(_ path: String) -> Bool { host.isAbsent(path) }
    func fingerprint(of path: String) throws(DiskFailure) -> String? { nil }
    func disk(at folder: String) -> any Disk { FailingDisk(host.disk(at: folder), self) }
    func lock(folder: String) throws(DiskFailure) -> (any StoreLock)? {
        try host.lock(folder: folder)
    }
    func makeFile(_ path: String) throws(DiskFailure) { try host.makeFile(path) }
    func settle(_ temporary: String, as path: String) throws(DiskFailure) {
        try host.settle(temporary, as: path)
    }
    func remove(_ path: String) throws(DiskFailure) { try host.remove(path) }
}

private struct FailingDisk: Disk {
    let disk: any Disk
    let volume: FailingVolume

    init(_ disk: any Disk, _ volume: FailingVolume) {
        self.disk = disk
        self.volume = volume
    }

    func list(limit: Int) throws(DiskFailure) -> [String] {
        try volume.step()
        return try disk.list(limit: limit)
    }

    func survey(
        limit: Int,
        where isWanted: (String) -> Bool
    ) throws(DiskFailure) -> FolderSurvey {
        try volume.step()
        return try disk.survey(limit: limit, where: isWanted)
    }

    func read(_ name: String, from offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        try volume.step()
        return try disk.read(name, from: offset, count: count)
    }

    func size(of name: String) throws(DiskFailure) -> Int { try disk.size(of: name) }

    func write(_ bytes: [UInt8], as name: String) throws(DiskFailure) {
        try volume.step()
        try disk.write(bytes, as: name)
    }

    func remove(_ name: String) throws(DiskFailure) {
        try volume.step()
        try disk.remove(name)
    }
}
