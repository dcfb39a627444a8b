import BundleFormat
import Causality
import Custody
import CustodyKit
import Exchange
import Foundation
import Records
import ReplicaStore
import Sealing
import TestKit
import Testing

/// Hostile bundles on the way that bundles really take: a named refusal, not one value of the store or
/// of the ledger changed, and the next good bundle is taken.
struct HostileBundleTests {
    private let world: InventedLaptops
    private let first: InventedLaptop
    private let second: InventedLaptop
    private let receiver: Receiver
    private let sound: [UInt8]

    init() throws {
        world = try InventedLaptops(seed: 10)
        first = try world.found().laptop
        second = try world.join("second", first)
        for laptop in [first, second, first] { try world.sync(laptop) }
        let before = try world.bundles()
        try second.write(InventedLaptops.id(1), ["name": "Zoé"])
        try world.sync(second)
        sound = try #require(try world.bundles().first { !before.contains($0) })
        receiver = Receiver(first.replica, try SealedCustodian(first.custody))
    }

    /// What the receiver says of bytes, its state as before.
    private func refusal(_ bytes: [UInt8], _ state: String) throws -> String {
        guard case .refused(let code, _) = try receiver.receive(bytes) else { return "taken" }
        #expect(try first.state() == state, "\(code) changed something")
        return code
    }

    private func expectNextIsTaken() throws {
        #expect(try receiver.receive(sound) == .applied(changes: 1))
        #expect(try first.names() == ["Zoé"])
    }

    @Test func `1 to 9, 20 to 24: each is refused by its name, and changes nothing`() throws {
        let state = try first.state()
        let header = try SealedBundle.Header(sound)
        func changed(_ change: (inout [UInt8]) -> Void) -> [UInt8] {
            var bytes = sound
            change(&bytes)
            return bytes
        }
        let stranger = try InventedLaptops(seed: 20)
        let other = try stranger.found("other").laptop
        try other.write(InventedLaptops.id(2), ["name": "Intrus"])
        try stranger.sync(other)
        let foreign = try #require(try stranger.bundles().first)
        let foreignBody = foreign[try SealedBundle.Header(foreign).bodyStart...]
        let cases: [(number: Int, bytes: [UInt8], code: String)] = [
            (1, [], "too-short"), (1, [0x50, 0x41, 0x53], "too-short"),
            (2, changed { $0[0] ^= 0x20 }, "bad-magic"),
            (2, changed { $0[10] = 2 }, "unsupported-version"),
            (3, changed { $0[header.bodyStart - 1] ^= 1 }, "signature"),
            (3, changed { $0[header.bodyStart] ^= 1 }, "bad-tag"),
            (4, Array(sound.dropLast()), "truncated"),
            (4, Array(sound.prefix(header.bodyStart)), "truncated"),
            (5, sound + [0], "trailing-data"),
            (8, changed { $0.replaceSubrange(11..<15, with: [255, 255, 255, 255]) }, "limit"),
            (20, foreign, "other-landlord"),
            (21, Array(sound[..<header.bodyStart]) + foreignBody, "bad-tag"),
            (
                21,
                changed {
                    $0.replaceSubrange(
                        header.bodyStart...,
                        with: $0[header.bodyStart...].reversed()
                    )
                }, "bad-tag"
            ),
        ]
        for each in cases {
            let code = try refusal(each.bytes, state)
            #expect(code == each.code, "\(each.number)")
        }
        try expectNextIsTaken()
    }

    /// A frame of RLE blocks, by RFC 8878: so many bytes in 4 for each 128 kB.
    private static func bomb(_ count: Int, padding: Int = 0) -> [UInt8] {
        // A single segment, with its content size in eight bytes.
        var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xE0]
        frame += withUnsafeBytes(of: UInt64(count).littleEndian, Array.init)
        for _ in 0..<padding { frame += [0, 0, 0] }
        let block = 131_072
        for start in stride(from: 0, to: count, by: block) {
            let size = min(block, count - start)
            let isLast = start + size == count ? 1 : 0
            let head = isLast | 1 << 1 | size << 3
            frame += [UInt8(head & 0xFF), UInt8(head >> 8 & 0xFF), UInt8(head >> 16), 0]
        }
        return frame
    }

    /// Sections as a member may claim them: each says how large it is, and holds a frame.
    private static func body(_ sections: [(claimed: Int, frame: [UInt8])]) -> [UInt8] {
        var writer = ByteWriter()
        writer.byte(1)
        for section in sections {
            writer.byte(Section.zstdMark)
            writer.count(section.claimed)
            writer.lengthPrefixed(section.frame)
        }
        writer.byte(Section.endMark)
        return writer.bytes
    }

    @Test func `10: what claims more than its frame may hold is refused before it is unpacked`()
        throws
    {
        let state = try first.state()
        let (megabyte, gigabyte) = (1 << 20, 1 << 30)
        // Above the bound of a section; within it, and more than a thousand times the frame; a frame
        // that says another size than the section; the most that is admitted, and is no delta.
        let bodies = [
            Self.body([(2 * gigabyte, Self.bomb(2 * gigabyte))]),
            Self.body([(32 * megabyte, Self.bomb(32 * megabyte))]),
            Self.body([(60_000, Self.bomb(2 * gigabyte))]),
            Self.body(
                .init(
                    repeating: (32 * megabyte, Self.bomb(32 * megabyte, padding: 11_000)),
                    count: 64
                )
            ),
        ]
        for body in bodies {
            let target = second.replica.versionVector
            let envelope = Envelope(
                kind: .delta,
                partition: world.stores.partition,
                sender: second.replica.id,
                sequence: 99,
                base: VersionVector(),
                target: target,
                body: body
            )
            let bytes = try SealedCustodian(second.custody).seal(envelope)
            #expect(try refusal(bytes, state) == "bad-bundle")
        }
        try expectNextIsTaken()
    }

    @Test func `22: a sound signature of an unknown device is refused, and changes nothing`() throws
    {
        let state = try first.state()
        let (outsider, _) = try DeviceCustody.found(
            in: try world.stores.folder.folder("outsider"),
            world.stores.partition,
            under: InventedLaptops.passphrase,
            costing: world.derivation,
            world.stores.environment()
        )
        let delta = try second.replica.delta(since: VersionVector())
        let forged = try SealedCustodian(outsider).seal(
            Envelope(
                kind: .delta,
                partition: world.stores.partition,
                sender: second.replica.id,
                sequence: 7,
                base: delta.base,
                target: delta.target,
                body: delta.bytes
            )
        )
        #expect(try refusal(forged, state) == "unknown-device")
        try expectNextIsTaken()
    }

    @Test func `a sound bundle whose content is refused is not taken for seen`() throws {
        let state = try first.state()
        let target = second.replica.versionVector
        let envelope = Envelope(
            kind: .delta,
            partition: world.stores.partition,
            sender: second.replica.id,
            sequence: 50,
            base: VersionVector(),
            target: target,
            body: [1, 2, 3]
        )
        #expect(
            try refusal(try SealedCustodian(second.custody).seal(envelope), state) == "bad-bundle"
        )
        try expectNextIsTaken()
    }
}
