import Crypto
import Foundation
import Sealing
import Testing

/// The negative tests of a bundle's bytes, by their numbers in the threat model.
struct RefusedBundleTests {
    private let world: BundleWorld
    /// A sound bundle of about 2 kB.
    private let sound: [UInt8]

    init() throws {
        world = try BundleWorld()
        sound = try world.seal(world.content(1_200))
    }

    private func refused(_ change: (inout RawBundle) throws -> Void) throws -> SealFailure? {
        var raw = try RawBundle(sound)
        try change(&raw)
        return world.failure(try raw.signed(by: world.sender.identity))
    }

    @Test func `a bundle put together again unchanged is accepted`() throws {
        #expect(try refused { _ in } == nil)
        #expect((1_800...2_200).contains(sound.count))
    }

    @Test func `1: an empty file and three bytes are too short`() {
        #expect(world.failure([]) == .tooShort)
        #expect(world.failure([0x50, 0x41, 0x53]) == .tooShort)
    }

    @Test func `2: another magic or version is named`() throws {
        var magic = sound
        magic[0] ^= 0x20
        #expect(world.failure(magic) == .badMagic)
        #expect(try refused { $0.version = 2 } == .unsupportedVersion(2))
        #expect(try refused { $0.version = 0 } == .unsupportedVersion(0))
    }

    @Test func `3: every single flipped bit is refused by name`() throws {
        var names: [String: Int] = [:]
        var bytes = sound
        for index in bytes.indices {
            for bit in 0..<8 {
                bytes[index] ^= 1 << bit
                names[world.failure(bytes)?.name ?? "accepted", default: 0] += 1
                bytes[index] ^= 1 << bit
            }
        }
        #expect(names["accepted"] == nil)
        #expect(names.values.reduce(0, +) == sound.count * 8)
        #expect(names["bad-tag"] == (try RawBundle(sound)).body.count * 8)
        #expect(names["signature", default: 0] > 2_000)
        #expect(world.failure(bytes) == nil)
    }

    @Test func `4: every truncation is refused by name`() throws {
        for count in sound.indices {
            let expected: SealFailure = count < 15 ? .tooShort : .truncated
            #expect(world.failure(Array(sound[..<count])) == expected, "\(count)")
        }
        let long = try world.seal(world.content(50_000))
        let start = try SealedBundle.Header(long).bodyStart
        let bounds = (0...3).map { start + $0 * 16_400 }
        for count in bounds + Array(stride(from: 0, to: long.count, by: 1_024)) where count > 15 {
            #expect(world.failure(Array(long[..<count])) == .truncated, "\(count)")
        }
    }

    @Test func `5: a byte after the end is refused`() {
        #expect(world.failure(sound + [0]) == .trailingData)
    }

    @Test func `6: chunks swapped, repeated or dropped are refused`() throws {
        let long = try RawBundle(try world.seal(world.content(60_000)))
        let step = 16_400
        func altered(_ change: (inout [UInt8]) -> Void) throws -> SealFailure? {
            var raw = long
            change(&raw.body)
            return world.failure(try raw.signed(by: world.sender.identity))
        }
        let (second, third) = (step..<2 * step, 2 * step..<3 * step)
        #expect(
            try altered {
                let kept = Array($0[second])
                $0.replaceSubrange(second, with: $0[third])
                $0.replaceSubrange(third, with: kept)
            } == .badTag
        )
        #expect(try altered { $0.replaceSubrange(third, with: $0[second]) } == .badTag)
        #expect(try altered { $0.removeSubrange(second) } == .truncated)
        var dropped = long
        dropped.body.removeSubrange(second)
        dropped.bodyLength -= 16_400
        dropped.plainLength -= 16_384
        // The lengths are bound into the keys, so a liar who signs them is caught by the commitment.
        #expect(world.failure(try dropped.signed(by: world.sender.identity)) == .commitment)
    }

    @Test func `7: a last chunk that is full is a truncated body`() throws {
        let failure = try refused { raw in
            raw.body = [UInt8](repeating: 0, count: 16_400)
            (raw.plainLength, raw.bodyLength) = (16_384, 16_400)
        }
        #expect(failure == .truncated)
        #expect(try refused { $0.bodyLength = 16_400 + 15 } == .truncated)
        #expect(try refused { $0.bodyLength = 0 } == .truncated)
    }

    @Test func `8: lengths and counts beyond their bounds are refused`() throws {
        let header = SealFailure.limit(what: "the header", value: 0xFFFF_FFFF, limit: 131_072)
        #expect(try refused { $0.headerLength = 0xFFFF_FFFF } == header)
        let stanzas = SealFailure.limit(what: "stanzas", value: 257, limit: 256)
        #expect(try refused { $0.stanzaCount = 257 } == stanzas)
        let plain = try refused { $0.plainLength = 0xFFFF_FFFF }
        #expect(plain?.name == "limit")
        let body = try refused { $0.bodyLength = 1 << 62 }
        #expect(body?.name == "limit")
        let heads = try refused { raw in
            // The heads stand before 1 + 32 bytes of the log's head and 32 of the audit's.
            let count = raw.fields.count - 65 - 2 * 49 - 1
            raw.fields.replaceSubrange(count...count, with: [0x81, 0x04])
        }
        #expect(heads == .limit(what: "heads", value: 513, limit: 512))
    }

    @Test func `9: lengths that contradict each other or the padding are refused`() throws {
        #expect(try refused { $0.plainLength += 1 } == .length)
        #expect(try refused { $0.plainLength -= 1 } == .length)
        #expect(try refused { $0.bodyLength += 16 } == .length)
        let longer = try refused { raw in
            raw.plainLength += 64
            raw.bodyLength += 64
        }
        #expect(longer == .truncated)
        let insider = try Insider(sound, world)
        for plain in [
            [UInt8](repeating: 0, count: 64), [UInt8](repeating: 1, count: 64),
            [UInt8](repeating: 1, count: 62) + [0x80, 0], [0x80] + .init(repeating: 0, count: 63),
        ] {
            var raw = try RawBundle(sound)
            (raw.plainLength, raw.bodyLength) = (64, 80)
            raw.commitment = insider.derive("commitment", raw.prologue)
                .withUnsafeBytes { Array($0) }
            raw.body = try insider.seal(plain, raw.prologue)
            let failure = world.failure(try raw.signed(by: world.sender.identity))
            // 62 bytes, the mark and one zero are padded as they should be.
            #expect(failure == (plain[62] == 0x80 ? nil : .length))
        }
    }

    @Test func `21: a header with another bundle's body or keys is refused`() throws {
        let other = try RawBundle(try world.seal(world.content(1_200)))
        #expect(try refused { $0.body = other.body } == .badTag)
        #expect(
            try refused {
                $0.body = other.body
                $0.commitment = other.commitment
            } == .commitment
        )
        #expect(
            try refused {
                $0.stanzas = other.stanzas
                $0.body = other.body
            } == .commitment
        )
        var spliced = sound
        let start = try SealedBundle.Header(sound).bodyStart
        spliced.replaceSubrange(start..., with: other.body)
        #expect(world.failure(spliced) == .badTag)
    }

    @Test func `24: another member's signature is refused`() throws {
        let other = try SigningKey(from: world.entropy)
        #expect(world.failure(try RawBundle(sound).signed(by: other)) == .signature)
    }

    @Test func `a recipient who seals another body under the same header is found out`() throws {
        let raw = try RawBundle(sound)
        var plain = [UInt8](repeating: 0, count: Int(raw.plainLength))
        plain[1_200] = 0x80
        let insider = try Insider(sound, world)
        let start = try SealedBundle.Header(sound).bodyStart
        var forged = sound
        forged.replaceSubrange(start..., with: try insider.seal(plain, raw.prologue))
        #expect(world.failure(forged) == .digest)
    }

    @Test func `a bundle that was not sealed for me is named so`() throws {
        let stranger = try ReceiveKey(from: world.entropy)
        #expect(world.failure(sound, with: [stranger]) == .noStanzaForMe)
        #expect(world.failure(sound, with: []) == .noStanzaForMe)
        #expect(world.failure(sound, with: [stranger, world.receiver]) == nil)
    }

    @Test func `stanzas out of order, or for another bundle, are refused`() throws {
        #expect(try refused { $0.stanzas.reverse() } == .notCanonical("stanzas"))
        #expect(try refused { $0.stanzas[1] = $0.stanzas[0] } == .notCanonical("stanzas"))
        let other = try BundleWorld()
        var fields = try other.fields()
        fields.sequence = 42
        let elsewhere = try RawBundle(try other.seal(other.content(1_200), fields))
        #expect(try refused { $0.stanzas = elsewhere.stanzas } == .badTag)
    }

    @Test func `26: an encapsulated point of low order is refused`() throws {
        for point in WeakPoints.montgomery {
            let failure = try refused { $0.stanzas[0].replaceSubrange(16..<48, with: point) }
            #expect(failure == .weakKey)
        }
    }
}
