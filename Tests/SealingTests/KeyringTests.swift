import BundleFormat
import Records
import Sealing
import TestKit
import Testing

/// The keyring and its file.
struct KeyringTests {
    private let entropy = SeededEntropy(5)
    private let cheap: KeyDerivation
    private let passphrase: Passphrase

    init() throws {
        cheap = try KeyDerivation(log2Rounds: 15, parallelism: 1)
        passphrase = try Passphrase(typed: "été rivière au café")
    }

    private func keyring() throws -> Keyring {
        var keyring = try Keyring(from: entropy).next
        keyring.landlord = RecordID(bytes: entropy.bytes(16))
        _ = try keyring.prepare(3, from: try unwrap(Month(number: 682)), entropy: entropy)
        return keyring
    }

    private func file(_ keyring: Keyring) throws -> [UInt8] {
        try KeyringFile.seal(keyring, under: passphrase, costing: cheap, entropy: entropy)
    }

    @Test func `a keyring that costs nothing opens only for who asks for such a one`() throws {
        let file = try KeyringFile.seal(
            try keyring(),
            under: passphrase,
            costing: .rehearsal,
            entropy: entropy
        )
        #expect(throws: SealFailure.kdfParameters) {
            try KeyringFile.open(file, with: passphrase)
        }
        #expect(throws: SealFailure.kdfParameters) {
            try KeyringFile.open(file, with: passphrase, costing: cheap)
        }
        _ = try KeyringFile.open(file, with: passphrase, costing: .rehearsal)
    }

    @Test func `a keyring opens as it was written`() throws {
        let keyring = try keyring()
        let opened = try KeyringFile.open(try file(keyring), with: passphrase)
        #expect(opened.landlord == keyring.landlord)
        #expect(opened.device == keyring.device)
        #expect(opened.generation == 1)
        #expect(opened.identity.secret == keyring.identity.secret)
        #expect(opened.receiveKeys.mapValues(\.secret) == keyring.receiveKeys.mapValues(\.secret))
        #expect(opened.openingKeys.map(\.publicKey).count == 3)
        #expect(keyring.next.generation == 2)
        #expect(try file(keyring) != file(keyring))
    }

    @Test func `another passphrase is named, accents and forms of Unicode aside`() throws {
        let bytes = try file(try keyring())
        let decomposed = try Passphrase(typed: "e\u{301}te\u{301} rivie\u{300}re au cafe\u{301}")
        #expect(throws: Never.self) { _ = try KeyringFile.open(bytes, with: decomposed) }
        let other = try Passphrase(typed: "été rivière au thé")
        #expect(throws: SealFailure.passphrase) { _ = try KeyringFile.open(bytes, with: other) }
    }

    @Test func `every flipped bit and truncation of a keyring is refused`() throws {
        let bytes = try file(try keyring())
        for index in stride(from: 0, to: bytes.count, by: 7) {
            var flipped = bytes
            flipped[index] ^= 4
            #expect(
                failure { () throws(SealFailure) in
                    _ = try KeyringFile.open(flipped, with: passphrase)
                } != nil,
                "\(index)"
            )
        }
        for count in [0, 5, 19, 23, 60, bytes.count / 2, bytes.count - 1] {
            #expect(
                failure { () throws(SealFailure) in
                    _ = try KeyringFile.open(Array(bytes[..<count]), with: passphrase)
                } != nil,
                "\(count)"
            )
        }
        #expect(
            failure { () throws(SealFailure) in
                _ = try KeyringFile.open(bytes + [0], with: passphrase)
            } == .badTag
        )
    }

    @Test func `30: hostile costs are refused before any work`() throws {
        var writer = ByteWriter()
        writer.raw(Array("PASSERELLE-KEYRING".utf8))
        writer.byte(1)
        let head = writer.bytes
        let rest = [UInt8](repeating: 0, count: 200)
        let costs: [[UInt64]] = [
            [30, 8, 1], [19, 8, 1], [14, 8, 1], [1, 8, 1], [0, 8, 1], [.max, 8, 1],
            [17, 1 << 20, 1], [17, 9, 1], [17, 1, 1], [17, 8, 0], [17, 8, 5], [17, 8, .max],
        ]
        let time = ContinuousClock().measure {
            for cost in costs {
                var writer = ByteWriter()
                writer.raw(head)
                for number in cost { writer.varint(number) }
                writer.raw(rest)
                let refusal = failure { () throws(SealFailure) in
                    _ = try KeyringFile.open(writer.bytes, with: passphrase)
                }
                #expect(refusal == .kdfParameters, "\(cost)")
            }
        }
        #expect(time < .milliseconds(50))
    }

    @Test func `keys of past months are destroyed, and the bundle of that month stays shut`() throws
    {
        let world = try BundleWorld()
        var keyring = try keyring()
        let months = keyring.receiveKeys.keys.sorted()
        let first = try unwrap(keyring.receiveKeys[months[0]])
        let bytes = try SealedBundle.seal(
            [1, 2, 3],
            try world.fields(),
            to: [first.publicKey],
            signedBy: world.sender.identity,
            entropy: entropy
        )
        #expect(world.failure(bytes, with: keyring.openingKeys) == nil)
        let later = UInt64(months[1].start) + 45 * 86_400_000
        #expect(keyring.destroyKeys(at: later - 1) == [])
        #expect(keyring.destroyKeys(at: later) == [months[0]])
        #expect(world.failure(bytes, with: keyring.openingKeys) == .noStanzaForMe)
    }
}
