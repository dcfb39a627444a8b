import BundleFormat
import Foundation
import Sealing
import TestKit

/// The conformance vectors of bundles and of the keyring, made with keys that are the same in every run.
enum SealedVectors {
    /// One file, sound or refused by the name of a failure.
    struct Vector {
        let name: String
        let bytes: [UInt8]
        var failure: String?

        /// The path under sync-fixtures/sealed.
        var path: String {
            failure.map { "invalid/\($0).\(name)" } ?? "valid/\(name)"
        }

        init(name: String, bytes: [UInt8], failure: String? = nil) {
            self.name = name
            self.bytes = bytes
            self.failure = failure
        }

        /// A sound file with a change, for which it is refused.
        init(
            altering sound: [UInt8],
            _ name: String,
            _ failure: String,
            _ change: (inout [UInt8]) -> Void
        ) {
            var bytes = sound
            change(&bytes)
            self.init(name: name, bytes: bytes, failure: failure)
        }
    }

    static let passphrase = "abaisser zoologie muscle siècle rivière météore"

    static func keyring(_ entropy: SeededEntropy) throws -> Keyring {
        var keyring = try Keyring(from: entropy).next
        let first = try unwrap(Month(number: 682))
        _ = try keyring.prepare(2, from: first, entropy: entropy)
        return keyring
    }

    // MARK: Bundles

    static func bundles(_ world: BundleWorld) throws -> [Vector] {
        let body = world.content(1_200)
        let sound = try world.seal(body)
        let region = try world.seal(body, world.regionFields())
        return [
            Vector(name: "delta.passerelle", bytes: sound),
            Vector(name: "snapshot.passerelle", bytes: try world.seal([], world.fields(.snapshot))),
            Vector(name: "three-chunks.passerelle", bytes: try world.seal(world.content(40_000))),
            Vector(name: "region.passerelle", bytes: region),
        ] + (try faulty(sound, world)) + (try resigned(sound, world))
    }

    /// Bytes altered after they were signed.
    private static func faulty(_ sound: [UInt8], _ world: BundleWorld) throws -> [Vector] {
        let start = try SealedBundle.Header(sound).bodyStart
        func altered(
            _ failure: String,
            _ name: String,
            _ change: (inout [UInt8]) -> Void
        ) -> Vector { Vector(altering: sound, "\(name).passerelle", failure, change) }
        return [
            altered("too-short", "three-bytes") { $0.removeSubrange(3...) },
            altered("bad-magic", "first-letter") { $0[0] ^= 0x20 },
            altered("unsupported-version", "two") { $0[10] = 2 },
            altered("limit", "header-length") {
                $0.replaceSubrange(11..<15, with: [255, 255, 255, 255])
            },
            altered("truncated", "last-byte") { $0.removeLast() },
            altered("truncated", "no-body") { $0.removeSubrange(start...) },
            altered("trailing-data", "one-byte") { $0.append(0) },
            altered("unknown-kind", "kind-9") { $0[15] = 9 },
            altered("signature", "bit-of-the-signature") { $0[start - 64] ^= 1 },
            altered("bad-tag", "bit-of-the-body") { $0[start] ^= 1 },
        ]
    }

    /// Bytes that their sender signed as they are.
    private static func resigned(_ sound: [UInt8], _ world: BundleWorld) throws -> [Vector] {
        let other = try RawBundle(try world.seal(world.content(1_200)))
        func signed(
            _ failure: String,
            _ name: String,
            _ change: (inout RawBundle) throws -> Void
        ) throws -> Vector {
            var raw = try RawBundle(sound)
            try change(&raw)
            return Vector(
                name: "\(name).passerelle",
                bytes: try raw.signed(by: world.sender.identity),
                failure: failure
            )
        }
        return [
            try signed("commitment", "keys-of-another") { $0.stanzas = other.stanzas },
            try signed("bad-tag", "body-of-another") { $0.body = other.body },
            try signed("length", "plain-length") { $0.plainLength += 1 },
            try signed("truncated", "full-last-chunk") { raw in
                raw.body = [UInt8](repeating: 0, count: 16_400)
                (raw.plainLength, raw.bodyLength) = (16_384, 16_400)
            },
            try signed("limit", "stanzas") { $0.stanzaCount = 257 },
            try signed("not-canonical", "stanzas") { $0.stanzas.reverse() },
            try signed("weak-key", "encapsulated-zero") { raw in
                raw.stanzas[0].replaceSubrange(16..<48, with: [UInt8](repeating: 0, count: 32))
            },
            try signed("digest", "body-digest") { $0.digest = [UInt8](repeating: 1, count: 32) },
        ]
    }

    // MARK: Keyrings

    static func keyrings(_ entropy: SeededEntropy) throws -> [Vector] {
        let sound = try KeyringFile.seal(
            try keyring(entropy),
            under: try Passphrase(typed: passphrase),
            costing: try KeyDerivation(log2Rounds: 15, parallelism: 1),
            entropy: entropy
        )
        func altered(
            _ failure: String,
            _ name: String,
            _ change: (inout [UInt8]) -> Void
        ) -> Vector { Vector(altering: sound, "\(name).keyring", failure, change) }
        return [
            Vector(name: "two-months.keyring", bytes: sound),
            altered("kdf-parameters", "log2-30") { $0[19] = 30 },
            altered("kdf-parameters", "log2-1") { $0[19] = 1 },
            altered("kdf-parameters", "block-2-to-20") {
                $0.replaceSubrange(20..<21, with: [0x80, 0x80, 0x40])
            },
            altered("passphrase", "other-commitment") { $0[60] ^= 1 },
            altered("bad-tag", "last-bit") { $0[$0.count - 1] ^= 1 },
            altered("truncated", "no-content") { $0.removeSubrange(86...) },
            altered("bad-magic", "first-letter") { $0[0] ^= 0x20 },
            altered("unsupported-version", "two") { $0[18] = 2 },
        ]
    }
}
