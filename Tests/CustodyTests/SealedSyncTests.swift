import BundleFormat
import Causality
import Custody
import CustodyKit
import Exchange
import FolderExchange
import Foundation
import HostSystem
import Membership
import Records
import ReplicaStore
import Sealing
import TestKit
import Testing

/// Enrolled devices exchange sealed bundles; nobody else reads or is heard.
struct SealedSyncTests {
    private let world: InventedLaptops
    private let first: InventedLaptop
    private let kit: RecoveryKit

    init() throws {
        world = try InventedLaptops()
        (first, kit) = try world.found()
    }

    @Test func `a newcomer gets everything in one bundle, then both hear each other`() throws {
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(first)
        let second = try world.join("second", first)
        try world.sync(first)
        try world.sync(second)
        #expect(try second.names() == ["Zoé"])
        try second.write(InventedLaptops.id(2), ["name": "Yves"])
        try world.sync(second)
        let report = try world.sync(first)
        #expect(report.applied > 0)
        #expect(report.refusals.isEmpty)
        #expect(try first.names() == ["Yves", "Zoé"])
        #expect(first.replica.versionVector == second.replica.versionVector)
        #expect(try world.sync(first).sent == 0)
    }

    @Test func `no byte of a person stands in the share, and all of them in the store`() throws {
        let canaries = ["CANARI-NOM", "CANARI-TEL", "CANARI-FT"]
        try first.write(
            InventedLaptops.id(1),
            [
                "name": .text(canaries[0]), "phone": .text(canaries[1]),
                "known_to": .text("[\"\(canaries[2])\"]"),
            ]
        )
        let second = try world.join("second", first)
        for laptop in [first, second] { try world.sync(laptop) }
        try second.write(InventedLaptops.id(1), ["phone": .text(canaries[1] + canaries[0])])
        for laptop in [second, first] { try world.sync(laptop) }
        #expect(try second.names() == [canaries[0]])
        #expect(try world.bundles().count == 3)
        #expect(try FolderScan(world.share).found(canaries) == [])
        #expect(try FolderScan(world.folder("first")).found(canaries) == canaries.sorted())
        for name in ["custody.sqlite", "custody.sqlite-wal", "keyring"] {
            let path = world.folder("first") + "/" + name
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(canaries.allSatisfy { bytes.range(of: Data($0.utf8)) == nil })
        }
    }

    // Negative test 20, 22, and a bundle in clear.
    @Test func `strangers, other landlords and bundles in clear are refused by name`() throws {
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        let stranger = try InventedLaptops(seed: 9)
        let (other, _) = try stranger.found("other")
        try other.write(InventedLaptops.id(2), ["name": "Intrus"])
        try stranger.sync(other)
        let custodian = try SealedCustodian(first.custody)
        let foreign = try #require(try stranger.bundles().first)
        guard case .refused(let code, _) = try custodian.open(foreign) else {
            Issue.record("a bundle of another landlord was opened")
            return
        }
        #expect(code == "other-landlord")
        let (outsider, _) = try DeviceCustody.found(
            in: try world.stores.folder.folder("outsider"),
            world.stores.partition,
            under: InventedLaptops.passphrase,
            costing: world.derivation,
            world.stores.environment()
        )
        let delta = try other.replica.delta(since: VersionVector())
        let envelope = Envelope(
            kind: .delta,
            partition: world.stores.partition,
            sender: other.replica.id,
            sequence: 1,
            base: delta.base,
            target: delta.target,
            body: delta.bytes
        )
        let forged = try SealedCustodian(outsider).seal(envelope)
        guard case .refused(let unknown, _) = try custodian.open(forged) else {
            Issue.record("a bundle of a stranger was opened")
            return
        }
        #expect(unknown == "unknown-device")
        guard case .refused(let clear, _) = try custodian.open(envelope.bytes) else {
            Issue.record("a bundle in clear was opened")
            return
        }
        #expect(clear == "not-sealed")
        #expect(try first.names() == ["Zoé"])
    }

    // Negative test 32.
    @Test func `the same bundle a thousand times is applied once`() throws {
        let second = try world.join("second", first)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(first)
        let bundle = try #require(try world.bundles().last)
        let receiver = Receiver(second.replica, try SealedCustodian(second.custody))
        var applied = 0
        for _ in 0..<1_000 {
            switch try receiver.receive(bundle) {
            case .applied: applied += 1
            case .known: break
            default: Issue.record("neither applied nor known")
            }
        }
        #expect(applied == 1)
        #expect(try second.replica.digests().counted == first.replica.digests().counted)
    }

    // Negative test 3, on the way that bundles really take.
    @Test func `a bundle with one flipped bit is refused, changes nothing and stops no other`()
        throws
    {
        let second = try world.join("second", first)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(first)
        let bundle = try #require(try world.bundles().last)
        let receiver = Receiver(second.replica, try SealedCustodian(second.custody))
        for bit in stride(from: 0, to: bundle.count * 8, by: 37) {
            var flipped = bundle
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            guard case .refused = try receiver.receive(flipped) else {
                Issue.record("bit \(bit) was taken")
                return
            }
        }
        #expect(try second.names() == [])
        #expect(second.replica.versionVector.isEmpty)
        #expect(try receiver.receive(bundle) != .known)
        #expect(try second.names() == ["Zoé"])
    }

    @Test func `a bundle that a colleague has seen and that never came is named`() throws {
        let second = try world.join("second", first)
        let third = try world.join("third", first)
        try first.write(InventedLaptops.id(9), ["name": "Ana"])
        for laptop in [first, second, third, first] { try world.sync(laptop) }
        let key = try world.stores.folder.folder("key")
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(first, key)
        try world.sync(second, key)
        try second.write(InventedLaptops.id(2), ["name": "Yves"])
        try world.sync(second)
        let report = try world.sync(third)
        #expect(report.withheld.map(\.sender).contains(first.replica.id))
    }

    @Test func `an old bundle opens with no key that survives its month by 45 days`() throws {
        let second = try world.join("second", first)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(first)
        let old = try #require(try world.bundles().last)
        try second.custody.close()
        world.stores.clock.advance(milliseconds: 80 * 86_400_000)
        let later = try DeviceCustody.unlock(
            in: world.folder("second"),
            with: InventedLaptops.passphrase,
            costing: world.derivation,
            world.stores.environment()
        )
        guard case .refused(let code, _) = try SealedCustodian(later).open(old) else {
            Issue.record("an old bundle was opened")
            return
        }
        #expect(code == "no-stanza-for-me")
    }

    @Test func `new receive keys reach the log through the share, and open what follows`() throws {
        let second = try world.join("second", first)
        for laptop in [first, second] { try world.sync(laptop) }
        world.stores.clock.advance(milliseconds: 100 * 86_400_000)
        for laptop in [second, first, second] { try world.sync(laptop) }
        let member = try #require(
            try first.custody.log().roster.members[second.custody.device]
        )
        #expect(member.revision == 1)
        try first.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(first)
        #expect(try world.sync(second).refusals.isEmpty)
        #expect(try second.names() == ["Zoé"])
    }

    @Test func `a landlord whose every device is lost comes back from the share and the kit`()
        throws
    {
        let second = try world.join("second", first)
        for number in UInt8(0)..<20 {
            try second.write(InventedLaptops.id(number), ["name": .text("Personne \(number)")])
        }
        for laptop in [first, second, first] { try world.sync(laptop) }
        let (before, vector) = (try first.names(), first.replica.versionVector)
        let log = try Data(
            contentsOf: URL(
                fileURLWithPath: world.share + "/"
                    + String(world.stores.partition.id.description.prefix(8)) + ".members"
            )
        )
        let typed = try RecoveryKit(lines: kit.lines, of: world.stores.partition.id)
        let replica = try world.stores.make("new", world.schema)
        let (custody, next) = try DeviceCustody.recover(
            in: world.folder("new"),
            from: [UInt8](log),
            with: typed,
            under: InventedLaptops.passphrase,
            costing: world.derivation,
            world.stores.environment()
        )
        let custodian = try SealedCustodian(custody, spareKeys: [try typed.receiveKey()])
        _ = try SyncSession(replica, FolderMailbox(HostFolder(world.share)), custodian).run()
        let laptop = InventedLaptop(name: "new", replica: replica, custody: custody)
        #expect(try laptop.names() == before)
        #expect(before.count == 20)
        #expect(replica.versionVector.covers(vector))
        #expect(next.lines != kit.lines)
        #expect(try custody.log().roster.administrator == custody.device)
    }
}
