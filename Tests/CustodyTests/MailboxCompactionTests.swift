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

/// Snapshots take the place of the bundles that they cover.
struct MailboxCompactionTests {
    private static let soon = MailboxCompaction(few: 4, many: 8)
    private let world: InventedLaptops
    private let first: InventedLaptop
    private let second: InventedLaptop

    init() throws {
        world = try InventedLaptops()
        first = try world.found().laptop
        second = try world.join("second", first)
        for laptop in [first, second, first] { try world.sync(laptop) }
    }

    private func work(_ laptop: InventedLaptop, _ numbers: ClosedRange<UInt8>) throws {
        for number in numbers {
            try laptop.write(InventedLaptops.id(number), ["name": .text("Nom \(number)")])
            try world.sync(laptop)
        }
    }

    @Test func `many bundles become one, and who comes late lacks nothing`() throws {
        let late = try world.join("late", first)
        try work(second, 1...6)
        let report = try world.sync(first, nil, Self.soon)
        #expect(report.replaced >= 6)
        // The last one of the second device, and the snapshot.
        #expect(try world.bundles().count == 2)
        let received = try world.sync(late)
        #expect(received.refusals.isEmpty)
        #expect(received.withheld.isEmpty)
        #expect(received.missing.isEmpty)
        #expect(try late.names() == (1...6).map { "Nom \($0)" })
        #expect(try world.sync(late).withheld.isEmpty)
        for laptop in [first, second, late] {
            #expect(try laptop.replica.digests().counted == first.replica.digests().counted)
        }
        // The next bundles build on the snapshot.
        try work(late, 7...7)
        for laptop in [first, second] { try world.sync(laptop, nil, Self.soon) }
        #expect(try second.names().count == 7)
    }

    @Test func `what was not applied here stays, and so does another bundle of the same number`()
        throws
    {
        try work(second, 1...6)
        let names = try FileManager.default.contentsOfDirectory(atPath: world.share)
        let bundle = try #require(
            names.filter { $0.hasSuffix(".passerelle") }.sorted().dropLast().last
        )
        let bytes = try #require(FileManager.default.contents(atPath: world.share + "/" + bundle))
        try world.sync(first)
        // The same writes under the same numbers, sealed anew: never applied here.
        try Data(bytes).write(to: URL(fileURLWithPath: world.share + "/kept.passerelle"))
        let other = try resealed([UInt8](bytes))
        try Data(other).write(to: URL(fileURLWithPath: world.share + "/other.passerelle"))
        #expect(try world.sync(first, nil, Self.soon).replaced > 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: world.share)
        #expect(left.contains("other.passerelle"))
        #expect(!left.contains("kept.passerelle"))
    }

    private func resealed(_ bytes: [UInt8]) throws -> [UInt8] {
        let custodian = try SealedCustodian(second.custody)
        let opening = try custodian.open(bytes)
        guard case .opened(let envelope) = opening else {
            Issue.record("\(opening)")
            return []
        }
        return try custodian.seal(envelope)
    }

    @Test func `after an erasure, nothing that tells of the person is left in the share`() throws {
        try work(second, 1...2)
        try world.sync(first)
        let before = try world.bundles()
        try first.replica.erase("person", id: InventedLaptops.id(1))
        #expect(try world.sync(first).replaced == before.count)
        let after = try world.bundles()
        #expect(after.count == 1)
        #expect(Set(after).isDisjoint(with: before))
        let late = try world.join("late", first)
        try world.sync(first)
        try world.sync(late)
        #expect(try late.names() == ["Nom 2"])
        // Once done, it is not done again.
        #expect(try world.sync(first).replaced == 0)
    }

    @Test func `a short mailbox is left alone`() throws {
        try work(second, 1...2)
        #expect(try world.sync(first).replaced == 0)
        #expect(try world.bundles().count >= 3)
    }
}
