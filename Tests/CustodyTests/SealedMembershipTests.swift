import BundleFormat
import Custody
import CustodyKit
import Exchange
import Foundation
import Membership
import Records
import ReplicaStore
import Sealing
import TestKit
import Testing

/// What a hostile share does to the membership log, by the numbers of the negative tests.
struct SealedMembershipTests {
    private let world: InventedLaptops
    private let first: InventedLaptop
    private let second: InventedLaptop

    init() throws {
        world = try InventedLaptops(seed: 28)
        first = try world.found().laptop
        second = try world.join("second", first)
        for laptop in [first, second, first] { try world.sync(laptop) }
    }

    private func shareLog() throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: world.logPath))
    }

    private func leave(log bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: world.logPath))
    }

    /// A log of entries, sound or not, in the form of Docs/membership.md.
    private func file(_ entries: [MembershipEntry]) -> [UInt8] {
        var writer = ByteWriter()
        writer.raw(Array("PASSERELLE-MEMBERS".utf8))
        writer.byte(1)
        writer.count(entries.count)
        for entry in entries { writer.lengthPrefixed(entry.bytes) }
        return writer.bytes
    }

    /// The log of the second device refuses this one by name, keeps its own and goes on.
    private func expectRefused(_ bytes: [UInt8], _ code: String, replaces: Bool = true) throws {
        try leave(log: bytes)
        try first.write(InventedLaptops.id(1), ["name": .text("Après \(code)")])
        let key = try world.stores.folder.folder("key-\(code)")
        try world.sync(first, key)
        for name in try FileManager.default.contentsOfDirectory(atPath: key)
        where name.hasSuffix(".passerelle") {
            try FileManager.default.moveItem(
                atPath: key + "/" + name,
                toPath: world.share + "/" + name
            )
        }
        let log = try second.custody.log().bytes
        let lines = try second.custody.auditLines().lines
        let report = try world.sync(second)
        #expect(report.refusals.map(\.reason).codes == [code])
        #expect(report.applied == 1)
        #expect(try second.names() == ["Après \(code)"])
        #expect(try second.custody.log().bytes == log)
        #expect(try second.custody.auditLines().lines == lines)
        #expect(try shareLog() == Data(replaces ? log : bytes))
        try leave(log: log)
    }

    @Test func `28: a device that the hub adds is refused by name, and the sound log stays`() throws
    {
        let stranger = try SigningKey(from: world.stores.entropy)
        let log = try first.custody.log()
        let added = try MembershipEntry(
            landlord: world.stores.partition.id,
            after: log.roster.head,
            .addDevice(
                station: try #require(Station(number: 9)),
                device: try world.request("intruder").request
            ),
            signedBy: stranger
        )
        try expectRefused(file(log.entries + [added]), "not-administrator")
    }

    @Test
    func `28: a log that is cut, dropped from, empty or of another landlord is refused by name`()
        throws
    {
        let log = try first.custody.log()
        let other = try InventedLaptops(seed: 29).found().laptop.custody.log()
        try expectRefused(Array(log.bytes.dropLast()), "truncated")
        try expectRefused(file(Array(log.entries.dropFirst())), "other-landlord")
        try expectRefused(other.bytes, "other-landlord")
        try expectRefused([], "too-short")
        try expectRefused([UInt8](repeating: 0, count: 17 << 20), "limit")
        var newer = log.bytes
        newer[18] = 2
        // Newer software may have written it: it is left where it lies.
        try expectRefused(newer, "unsupported-version", replaces: false)
    }

    @Test func `28: a revocation held back is noticed with the next bundle of who knows of it`()
        throws
    {
        let third = try world.join("third", first)
        for laptop in [first, third] { try world.sync(laptop) }
        let before = try shareLog()
        let station = try #require(Station(number: 2))
        try first.custody.revoke(station, .stolen, known: first.replica.versionVector)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(first)
        try leave(log: [UInt8](before))
        let report = try world.sync(third)
        #expect(report.refusals.map(\.reason).codes == ["later-log"])
        #expect(report.applied == 1)
        #expect(try third.names() == ["Zoé"])
        #expect(try third.custody.log().roster.isActive(second.custody.device))
        // The road is honest again: the revocation comes, and nothing is said any more.
        try world.sync(first)
        try first.write(InventedLaptops.id(2), ["name": "Yves"])
        try world.sync(first)
        #expect(try world.sync(third).refusals.isEmpty)
        #expect(try !third.custody.log().roster.isActive(second.custody.device))
    }

    @Test func `29: two entries of one number: an alarm, nobody is added, and bundles go on`()
        throws
    {
        let files = try first.image()
        var laptop = try world.reopen(first)
        _ = try laptop.custody.invite(world.request("one").request, into: world.stores.partition)
        let other = try laptop.custody.log().bytes
        _ = try laptop.image()
        laptop = try world.reopen(laptop, putBack: files)
        _ = try laptop.custody.invite(world.request("two").request, into: world.stores.partition)
        try leave(log: other)
        let names = try laptop.names()
        let alarm = #expect(throws: CustodyError.self) { try world.sync(laptop) }
        #expect([alarm?.message ?? ""].codes == ["forked"])
        #expect(try laptop.names() == names)
        #expect(try laptop.custody.log().roster.members.count == 2)
        let state = try laptop.state()
        let refused = #expect(throws: CustodyError.self) {
            try laptop.custody.invite(world.request("more").request, into: world.stores.partition)
        }
        #expect([refused?.message ?? ""].codes == ["forked"])
        #expect(try laptop.state() == state)
        try second.write(InventedLaptops.id(1), ["name": "Zoé"])
        let key = try world.stores.folder.folder("key")
        try world.sync(second, key)
        #expect(try world.sync(laptop, key).applied == 1)
        #expect(try laptop.names() == ["Zoé"])
    }
}
