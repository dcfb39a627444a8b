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
import TestKit
import Testing

/// What a header says counts before its bundle is opened, so only a header that its sender signed counts.
struct ForgedHeaderTests {
    @Test func `a header that claims our writes for a colleague silences nobody`() throws {
        let world = try InventedLaptops()
        let first = try world.found().laptop
        let second = try world.join("second", first)
        for laptop in [first, second] { try world.sync(laptop) }
        try second.write(InventedLaptops.id(1), ["name": "Zoé"])
        let forged = try SealedBundle.seal(
            [1, 2, 3],
            SealedBundle.Fields(
                kind: .snapshot,
                partition: world.stores.partition,
                device: first.custody.device,
                sender: first.replica.id,
                sequence: 9,
                previous: Digest256(of: [1], as: .bundleChain),
                base: VersionVector(),
                target: second.replica.versionVector
            ),
            to: try first.custody.log().roster.recipients(
                for: Month(milliseconds: world.stores.clock.now())
            ),
            signedBy: try SigningKey(from: world.stores.entropy),
            entropy: world.stores.entropy
        )
        try HostFolder(world.share).write(forged, as: "forged.passerelle")
        let report = try world.sync(second)
        #expect(report.refusals.map(\.token) == ["forged.passerelle"])
        #expect(report.refusals.allSatisfy { $0.reason.hasSuffix("[signature]") })
        #expect(report.sent > 0)
        try world.sync(first)
        #expect(try first.names() == ["Zoé"])
    }
}
