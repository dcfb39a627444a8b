import Custody
import CustodyKit
import Exchange
import Foundation
import Records
import ReplicaStore
import Sealing
import TestKit
import Testing

/// What erasing leaves in files, and what comes too late for it; negative tests 38 and 39 as far as
/// files go.
struct SealedErasureTests {
    private static let canaries = ["CANARI-NOM-38", "CANARI-TEL-38", "CANARI-FT-38"]
    private let world: InventedLaptops
    private let laptops: [InventedLaptop]
    private let id = InventedLaptops.id(1)

    init() throws {
        world = try InventedLaptops(seed: 38)
        let first = try world.found().laptop
        laptops = [first, try world.join("second", first), try world.join("third", first)]
        try first.write(
            id,
            [
                "name": .text(Self.canaries[0]), "phone": .text(Self.canaries[1]),
                "known_to": .text("[\"\(Self.canaries[2])\"]"),
            ]
        )
        try first.write(InventedLaptops.id(2), ["name": "Zoé"])
        for laptop in laptops + laptops { try world.sync(laptop) }
    }

    /// The bundles that lie in the share and on a key.
    private func oldBundles(_ key: String) throws -> [[UInt8]] {
        try [world.share, key].flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".passerelle") }
                .map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
        }
    }

    @Test func `38: an erased person is in no file, and no key that is left opens the old bundles`()
        throws
    {
        let key = try world.stores.folder.folder("key")
        for laptop in laptops {
            try laptop.write(id, ["phone": .text(Self.canaries[1])])
            try world.sync(laptop, key)
        }
        let bundles = try oldBundles(key)
        let custodian = try SealedCustodian(laptops[1].custody)
        let opened = try bundles.count {
            if case .opened = try custodian.open($0) { true } else { false }
        }
        #expect(opened >= 3, "control: until the keys are destroyed they open")
        for laptop in laptops {
            #expect(
                try FolderScan(laptop.replica.folder).found(Self.canaries)
                    == Self.canaries.sorted(),
                "control: the person is there"
            )
            try laptop.replica.erase("person", id: id)
            try laptop.replica.backup(to: laptop.replica.folder + "/after.backup")
        }
        #expect(try FolderScan(world.stores.folder.path).found(Self.canaries) == [])
        world.stores.clock.advance(days: 80)
        for laptop in laptops {
            try laptop.custody.close()
            let custodian = try SealedCustodian(try world.unlock(laptop.name))
            for bundle in bundles {
                guard case .refused("no-stanza-for-me", _) = try custodian.open(bundle) else {
                    Issue.record("\(laptop.name) opened a bundle of a month long over")
                    continue
                }
            }
        }
    }

    @Test func `39: an edit of an erased person that comes 40 days later brings nobody back`()
        throws
    {
        let (first, second) = (laptops[0], laptops[1])
        try second.write(id, ["phone": "06 39 98 00 39"])
        for laptop in [first, laptops[2]] { try laptop.replica.erase("person", id: id) }
        world.stores.clock.advance(days: 40)
        #expect(try world.sync(second).sent > 0)
        for laptop in [first, laptops[2]] {
            let report = try world.sync(laptop)
            #expect(report.applied > 0)
            #expect(report.refusals.isEmpty)
            #expect(try laptop.names() == ["Zoé"])
            #expect(try FolderScan(laptop.replica.folder).found(Self.canaries) == [])
            #expect(try laptop.replica.verify().isSound)
        }
        try second.replica.erase("person", id: id)
        try second.write(InventedLaptops.id(3), ["name": "Yves"])
        for laptop in [second, first] { try world.sync(laptop) }
        #expect(try first.names() == ["Yves", "Zoé"])
    }
}
