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

/// A device that was revoked is heard no more: what it sends is kept, unopened, for the administrator.
struct RevocationTests {
    private let world: InventedLaptops
    private let first: InventedLaptop
    private let second: InventedLaptop

    init() throws {
        world = try InventedLaptops()
        first = try world.found().laptop
        second = try world.join("second", first)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        for laptop in [first, second, first] { try world.sync(laptop) }
    }

    private func revoke() throws {
        let station = try #require(Station(number: 2))
        try first.custody.revoke(station, .lost, known: first.replica.versionVector)
    }

    /// The revoked laptop has not heard: it works on with its clock put back, by USB key.
    private func workOn() throws -> String {
        let key = try world.stores.folder.folder("key")
        world.stores.clock.set(1_770_000_000_000)
        for number in UInt8(2)..<6 {
            try second.write(InventedLaptops.id(number), ["name": .text("Après \(number)")])
            try world.sync(second, key)
        }
        world.stores.clock.set(1_770_800_000_000)
        return key
    }

    // Scenario 13; negative test 23.
    @Test func `four bundles of a revoked laptop are kept apart, and nothing is merged`() throws {
        try revoke()
        let key = try workOn()
        let report = try world.sync(first, key)
        #expect(report.quarantined == 4)
        #expect(report.applied == 0)
        #expect(try first.names() == ["Zoé"])
        #expect(try first.custody.quarantined().map(\.isAccepted) == [false, false, false, false])
        _ = try world.sync(first, key)
        #expect(try first.custody.quarantined().count == 4)
    }

    @Test func `the administrator takes them file by file as writes of their own`() throws {
        try revoke()
        _ = try world.sync(first, try workOn())
        let custodian = try SealedCustodian(first.custody)
        let waiting = try first.custody.quarantined()
        #expect(try custodian.release(waiting[0].hash, into: first.replica) == 1)
        #expect(try first.names() == ["Après 2", "Zoé"])
        #expect(
            first.replica.versionVector[second.replica.id]
                < second.replica.versionVector[second.replica.id]
        )
        #expect(throws: CustodyError.self) {
            try custodian.release(waiting[0].hash, into: first.replica)
        }
        #expect(try first.custody.quarantined().count { $0.isAccepted } == 1)
        let lines = try first.custody.auditLines()
        #expect(lines.isWhole)
        #expect(lines.lines.map(\.deed) == ["found", "invite", "revoke", "release"])
    }

    @Test func `nothing is sealed to it any more, and it says so itself once it knows`() throws {
        try revoke()
        try first.write(InventedLaptops.id(9), ["name": "Secret"])
        try world.sync(first)
        let bundle = try #require(
            try world.bundles().last { try BundleLabel($0).sender == first.replica.id }
        )
        guard case .refused(let code, _) = try SealedCustodian(second.custody).open(bundle) else {
            Issue.record("a revoked device opened a bundle")
            return
        }
        #expect(code == "no-stanza-for-me")
        #expect(throws: CustodyError.self) { try world.sync(second) }
        #expect(try second.names() == ["Zoé"])
    }

    @Test func `what it sent before, within the frontier, is still taken by who comes late`() throws
    {
        let third = try world.join("third", first)
        try second.write(InventedLaptops.id(2), ["name": "Avant"])
        for laptop in [second, first] { try world.sync(laptop) }
        try revoke()
        for laptop in [first, third] { try world.sync(laptop) }
        #expect(try third.names() == ["Avant", "Zoé"])
    }

    @Test func `only the administrator invites and revokes`() throws {
        let station = try #require(Station(number: 1))
        let request = try world.request("more").request
        for attempt in [
            { try second.custody.revoke(station, .lost, known: second.replica.versionVector) },
            { _ = try second.custody.invite(request, into: world.stores.partition) },
        ] {
            #expect(throws: CustodyError.self) { try attempt() }
        }
        #expect(try first.custody.log().roster.members.count == 2)
    }

    // Negative test 27.
    @Test func `an invitation opens on the laptop that asked, once, with its words, in time`()
        throws
    {
        let (asked, request) = try world.request("asked")
        let (other, _) = try world.request("other")
        let (invitation, _) = try first.custody.invite(request, into: world.stores.partition)
        let code = invitation.code.description
        #expect(throws: CustodyError.self) { try other.accept(invitation, code: code) }
        #expect(throws: CustodyError.self) {
            try asked.accept(
                invitation,
                code: "abaisser abaisser abaisser abaisser abaisser abaisser"
            )
        }
        world.stores.clock.advance(milliseconds: 8 * 86_400_000)
        #expect(throws: CustodyError.self) { try asked.accept(invitation, code: code) }
        world.stores.clock.advance(milliseconds: -7 * 86_400_000)
        _ = try asked.accept(invitation, code: code)
        #expect(throws: CustodyError.self) { try asked.accept(invitation, code: code) }
    }

    @Test func `a wrong passphrase opens nothing`() throws {
        #expect(throws: CustodyError.self) {
            try DeviceCustody.unlock(
                in: world.folder("first"),
                with: "une autre phrase",
                costing: world.derivation,
                world.stores.environment()
            )
        }
    }
}
