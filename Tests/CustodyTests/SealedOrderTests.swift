import BundleFormat
import Causality
import Custody
import CustodyKit
import Exchange
import Foundation
import Records
import ReplicaStore
import Sealing
import Synchronization
import TestKit
import Testing

/// Order, replay and clocks among enrolled devices, by the numbers of the negative tests.
struct SealedOrderTests {
    private let world: InventedLaptops
    private let first: InventedLaptop
    private let second: InventedLaptop

    init() throws {
        world = try InventedLaptops(seed: 32)
        first = try world.found().laptop
        second = try world.join("second", first)
        for laptop in [first, second, first] { try world.sync(laptop) }
    }

    private func write(_ laptop: InventedLaptop, _ number: UInt8, _ name: String) throws {
        try laptop.write(InventedLaptops.id(number), ["name": .text(name)])
    }

    /// A sealed bundle of an invented replica, carried by the second device: so many writes of it.
    private func bundle(_ counter: UInt64, sequence: UInt64 = 1) throws -> [UInt8] {
        let sender = ReplicaID(high: 7, low: 7)
        var body = ByteWriter()
        body.byte(0)
        body.vector(VersionVector())
        body.vector(VersionVector([sender: counter]))
        body.byte(0)
        return try SealedCustodian(second.custody).seal(
            Envelope(
                kind: .delta,
                partition: world.stores.partition,
                sender: sender,
                sequence: sequence,
                base: VersionVector(),
                target: VersionVector([sender: counter]),
                body: body.bytes
            )
        )
    }

    @Test func `32: one bundle from four threads a thousand times is applied once`() throws {
        try write(second, 1, "Zoé")
        try world.sync(second)
        let bundle = try #require(try world.bundles().last)
        let applied = Mutex<[UInt64]>([])
        let (world, replica) = (self.world, first.replica)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            do {
                // Each thread has keys and a ledger of its own, as another process would.
                let custody = try world.unlock("first")
                let receiver = Receiver(replica, try SealedCustodian(custody))
                for _ in 0..<250 {
                    guard case .applied(let changes) = try receiver.receive(bundle) else {
                        continue
                    }
                    applied.withLock { $0.append(changes) }
                }
                try custody.close()
            } catch { Issue.record(error) }
        }
        #expect(applied.withLock { $0.filter { $0 > 0 } }.count == 1)
        #expect(try first.replica.digests().counted == second.replica.digests().counted)
        try write(second, 2, "Yves")
        try world.sync(second)
        #expect(try world.sync(first).applied == 1)
    }

    @Test func `33: two contents under one number: the second is not merged, and named a fork`()
        throws
    {
        let receiver = Receiver(first.replica, try SealedCustodian(first.custody))
        #expect(try receiver.receive(try bundle(2)) == .applied(changes: 2))
        let (names, vector) = (try first.names(), first.replica.versionVector)
        guard case .refused(let code, let message) = try receiver.receive(try bundle(3)) else {
            Issue.record("the second content was taken")
            return
        }
        #expect(code == "replica-forked")
        #expect(message.contains(ReplicaID(high: 7, low: 7).short))
        #expect(try first.names() == names)
        #expect(first.replica.versionVector == vector)
        try write(second, 1, "Zoé")
        try world.sync(second)
        try world.sync(first)
        #expect(try first.names() == ["Zoé"])
    }

    @Test func `33: a number that a colleague knows with another content is named, once`() throws {
        let third = try world.join("third", first)
        for laptop in [first, third, second] { try world.sync(laptop) }
        // Two lives of one replica, equally long, each by a road of its own.
        let one = Receiver(first.replica, try SealedCustodian(first.custody))
        let other = Receiver(third.replica, try SealedCustodian(third.custody))
        #expect(try one.receive(try bundle(2)) == .applied(changes: 2))
        #expect(try other.receive(try bundle(2)) == .applied(changes: 2))
        for number in UInt8(1)..<3 {
            try write(third, number, "Personne \(number)")
            try world.sync(third)
            let report = try world.sync(first)
            let codes = report.refusals.map(\.reason).codes
            #expect(codes == (number == 1 ? ["replica-forked"] : []))
            #expect(report.applied == 1)
        }
        #expect(try first.custody.auditLines().lines.map(\.deed).count { $0 == "fork" } == 1)
    }

    @Test func `34: a share put back to last week: missing bundles are named, and nothing is lost`()
        throws
    {
        let third = try world.join("third", first)
        try write(first, 9, "Personne 9")
        for laptop in [first, third, second, first] { try world.sync(laptop) }
        let lastWeek = try world.shareImage()
        world.stores.clock.advance(days: 7)
        for number in UInt8(1)..<4 {
            try write(second, number, "Personne \(number)")
            for laptop in [second, first] { try world.sync(laptop) }
        }
        try world.putBack(share: lastWeek)
        let state = try third.state()
        // As long as nothing later comes by any road, nothing shows and nothing changes.
        #expect(try world.sync(third).applied == 0)
        #expect(try third.state() == state)
        try world.sync(first)
        let report = try world.sync(third)
        let missing = try #require(report.withheld.first { $0.sender == second.replica.id })
        #expect(missing.sequences.count == 3)
        let last = try second.custody.heads().first { $0.replica == second.replica.id }
        #expect(missing.sequences.last == last?.sequence)
        #expect(try third.names() == [1, 2, 3, 9].map { "Personne \($0)" })
        #expect(try world.sync(second).refusals.isEmpty)
        #expect(try third.replica.digests().counted == second.replica.digests().counted)
    }

    @Test func `35: a store of ten days ago takes a new id before it writes, and no name twice`()
        throws
    {
        let old = second.replica.id
        let files = try second.image().filter { $0.key.hasPrefix("replica.sqlite") }
        var laptop = try world.reopen(second)
        world.stores.clock.advance(days: 10)
        for number in UInt8(1)..<4 {
            try write(laptop, number, "Avant \(number)")
            for each in [laptop, first] { try world.sync(each) }
        }
        _ = try laptop.image()
        laptop = try world.reopen(laptop, putBack: files)
        #expect(laptop.replica.id != old)
        #expect(laptop.replica.versionVector[laptop.replica.id] == 0)
        try write(laptop, 9, "Après")
        for each in [laptop, first, laptop] { #expect(try world.sync(each).refusals.isEmpty) }
        let all = ["Après", "Avant 1", "Avant 2", "Avant 3"].sorted()
        #expect(try Set(first.names()) == Set(all))
        #expect(try Set(laptop.names()) == Set(all))
        #expect(first.replica.versionVector == laptop.replica.versionVector)
    }

    @Test
    func `35: two lives of equal length, put back with the keys, are told apart and both kept`()
        throws
    {
        try write(second, 1, "commune")
        for laptop in [second, first] { try world.sync(laptop) }
        let old = second.replica.id
        let files = try second.image()
        var laptop = try world.reopen(second)
        try write(laptop, 2, "une vie")
        try world.sync(laptop)
        _ = try laptop.image()
        laptop = try world.reopen(laptop, putBack: files)
        #expect(laptop.replica.id == old)
        try write(laptop, 3, "autre vie")
        // On a key, under the number of the bundle that lies in the share.
        let key = try world.stores.folder.folder("key")
        try world.sync(laptop, key)
        let report = try world.sync(laptop)
        #expect(report.formerIdentity == old)
        for each in [first, laptop, first] { try world.sync(each) }
        #expect(try first.names() == ["autre vie", "commune", "une vie"])
        #expect(try laptop.names() == first.names())
    }

    @Test func `36: clocks of 2999 and of five years ago, and one that jumps: merged and listed`()
        throws
    {
        let clock = world.stores.clock
        let now = clock.now()
        try write(first, 1, "avant")
        for laptop in [first, second] { try world.sync(laptop) }
        clock.set(32_472_144_000_000)
        try write(second, 1, "en 2999")
        clock.set(now - 5 * 365 * 86_400_000)
        try write(second, 2, "cinq ans avant")
        clock.set(now)
        try second.replica.write { transaction in
            try transaction.insert("person", id: InventedLaptops.id(3), ["name": "pendant"])
            clock.advance(days: 400)
            _ = try transaction.update("person", id: InventedLaptops.id(3), ["name": "le saut"])
            clock.set(now)
        }
        for laptop in [second, first] { #expect(try world.sync(laptop).refusals.isEmpty) }
        #expect(try first.names() == ["cinq ans avant", "en 2999", "le saut"])
        let lines = try first.replica.inbox()
        #expect(lines.map(\.kind) == [.suspiciousClock])
        #expect(lines.first?.writer == second.replica.id)
        // A later write that has seen it wins, whatever its clock says.
        try write(first, 1, "corrigé")
        for laptop in [first, second] { try world.sync(laptop) }
        #expect(try second.names() == ["cinq ans avant", "corrigé", "le saut"])
        #expect(try first.names() == second.names())
    }
}
