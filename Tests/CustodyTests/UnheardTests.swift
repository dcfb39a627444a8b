import BundleFormat
import Causality
import Custody
import CustodyKit
import Exchange
import Membership
import Records
import ReplicaStore
import Sealing
import TestKit
import Testing

/// What one member cannot open is said again, and nobody's file stops the others.
struct UnheardTests {
    private let world: InventedLaptops
    private let first: InventedLaptop
    private let second: InventedLaptop

    init() throws {
        world = try InventedLaptops()
        first = try world.found().laptop
        second = try world.join("second", first)
        for laptop in [first, second] { try world.sync(laptop) }
    }

    // Sealed world 13.
    @Test
    func `what a colleague sealed before hearing of a newcomer is said again to the newcomer`()
        throws
    {
        let key = try world.stores.folder.folder("key")
        let third = try world.join("third", first)
        try second.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(second, key)
        try world.sync(third, key)
        #expect(try third.names() == [])
        try world.sync(first, key)
        try world.sync(third, key)
        #expect(try third.names() == ["Zoé"])
        #expect(try world.sync(first, key).sent == 0)
    }

    // Sealed world 7.
    @Test func `a torn log in the share is refused by name, replaced, and stops no bundle`() throws
    {
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(first)
        let whole = try world.log()
        try world.leave(log: Array(whole.dropLast(40)))
        let report = try world.sync(second)
        #expect(report.refusals.map(\.reason).contains { $0.hasSuffix("[truncated]") })
        #expect(try second.names() == ["Zoé"])
        #expect(try world.log() == whole)
    }

    @Test func `a log of a newer version is said and left alone`() throws {
        var bytes = try world.log()
        bytes["PASSERELLE-MEMBERS".utf8.count] = 2
        try world.leave(log: bytes)
        #expect(try world.sync(second).refusals.map(\.reason).codes == ["unsupported-version"])
        #expect(try world.log() == bytes)
    }

    // Sealed world 39.
    @Test
    func `keys that a clock running ahead destroyed are renewed, and what they opened comes again`()
        throws
    {
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(first)
        let now = world.stores.clock.now()
        world.stores.clock.advance(milliseconds: 3_650 * 86_400_000)
        try second.custody.close()
        let custody = try DeviceCustody.unlock(
            in: world.folder("second"),
            with: InventedLaptops.passphrase,
            costing: world.derivation,
            world.stores.environment()
        )
        world.stores.clock.set(now)
        let healed = InventedLaptop(name: "second", replica: second.replica, custody: custody)
        #expect(try world.sync(healed).refusals.count == 1)
        for laptop in [first, healed] { try world.sync(laptop) }
        #expect(try healed.names() == ["Zoé"])
        #expect(try custody.renewal() == nil)
    }

    @Test func `who was away for longer than the keys last gets everything sealed anew`() throws {
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(first)
        world.stores.clock.advance(milliseconds: 170 * 86_400_000)
        try second.custody.close()
        let custody = try DeviceCustody.unlock(
            in: world.folder("second"),
            with: InventedLaptops.passphrase,
            costing: world.derivation,
            world.stores.environment()
        )
        let back = InventedLaptop(name: "second", replica: second.replica, custody: custody)
        for laptop in [back, first, back] { try world.sync(laptop) }
        #expect(try back.names() == ["Zoé"])
        #expect(try world.sync(first).sent == 0)
    }

    @Test
    func `a bundle that waited when its sender was revoked is not merged once its base comes`()
        throws
    {
        try second.write(InventedLaptops.id(1), ["name": "Avant"])
        for laptop in [second, first] { try world.sync(laptop) }
        let third = try world.join("third", first)
        for laptop in [first, second] { try world.sync(laptop) }
        let known = second.replica.versionVector
        try second.write(InventedLaptops.id(2), ["name": "Après"])
        let early = try second.bundle(since: known)
        let reception = try Receiver(third.replica, try SealedCustodian(third.custody))
            .receive(early)
        guard case .held = reception else {
            Issue.record("what came early was not held")
            return
        }
        let station = try #require(Station(number: 2))
        try first.custody.revoke(station, .lost, known: first.replica.versionVector)
        for laptop in [first, third] { try world.sync(laptop) }
        #expect(try third.names() == ["Avant"])
    }

    @Test
    func `a bundle of a stranger in the share frees nobody from saying what it claims to tell`()
        throws
    {
        let stranger = try DeviceCustody.found(
            in: try world.stores.folder.folder("stranger"),
            world.stores.partition,
            under: InventedLaptops.passphrase,
            costing: world.derivation,
            world.stores.environment()
        ).custody
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        let forger = InventedLaptop(name: "stranger", replica: first.replica, custody: stranger)
        try world.leave(bundle: try forger.bundle(since: VersionVector()))
        #expect(try world.sync(first).sent > 0)
        try world.sync(second)
        #expect(try second.names() == ["Zoé"])
    }
}
