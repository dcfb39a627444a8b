import Custody
import CustodyKit
import Exchange
import Membership
import Records
import ReplicaStore
import TestKit
import Testing

/// What a colleague who did not know of a revocation merged, and relays (scenario 13).
struct RelayedWritesTests {
    private let world: InventedLaptops
    private let first: InventedLaptop
    private let second: InventedLaptop
    private let third: InventedLaptop

    init() throws {
        world = try InventedLaptops()
        first = try world.found().laptop
        second = try world.join("second", first)
        third = try world.join("third", first)
        try first.write(InventedLaptops.id(1), ["name": "Zoé", "phone": "01"])
        for laptop in [first, second, third, first] { try world.sync(laptop) }
        try revoke()
        try relay()
    }

    private func revoke() throws {
        let station = try #require(Station(number: 2))
        try first.custody.revoke(station, .lost, known: first.replica.versionVector)
    }

    /// The revoked laptop and a colleague meet at a key; then the colleague comes to the share.
    private func relay() throws {
        let key = try world.stores.folder.folder("key")
        try second.write(InventedLaptops.id(1), ["name": "Autre"])
        try second.write(InventedLaptops.id(2), ["name": "Faux"])
        for laptop in [second, third] { try world.sync(laptop, key) }
        try third.write(InventedLaptops.id(3), ["name": "Karim"])
        try world.sync(third)
    }

    @Test func `it stays merged, is listed, and is undone in one action`() throws {
        let report = try world.sync(first)
        #expect(report.relayed == 2)
        #expect(try first.names() == ["Autre", "Faux", "Karim"])
        let station = try #require(Station(number: 2))
        let listed = try first.custody.relayed(of: station, into: first.replica)
        #expect(Set(listed.map(\.change)) == [.changed, .made])
        #expect(try first.custody.reverseRelayed(of: station, in: first.replica) == (2, 0))
        #expect(try first.names() == ["Karim", "Zoé"])
        for laptop in [first, third] { try world.sync(laptop) }
        #expect(try third.names() == ["Karim", "Zoé"])
        #expect(try first.replica.digests().counted == third.replica.digests().counted)
        #expect(try first.custody.auditLines().lines.map(\.deed).last == "reverse")
    }

    @Test func `it may stand, and only the administrator decides`() throws {
        try world.sync(first)
        try world.sync(third)
        let station = try #require(Station(number: 2))
        #expect(throws: CustodyError.self) {
            try third.custody.reverseRelayed(of: station, in: third.replica)
        }
        #expect(try first.custody.keepRelayed(of: station, in: first.replica) == 2)
        #expect(try world.sync(first).relayed == 0)
        #expect(try first.names() == ["Autre", "Faux", "Karim"])
    }

    @Test func `of a device that was not revoked there is nothing to undo`() throws {
        let station = try #require(Station(number: 3))
        let refusal = #expect(throws: CustodyError.self) {
            try first.custody.reverseRelayed(of: station, in: first.replica)
        }
        #expect(refusal?.code == .notFound)
    }
}
