import Causality
import Crypto
import Foundation
import Records
import Sealing
import TestKit

/// A recipient who knows the key of a bundle and misuses it: derives the keys from Docs/bundle.md with
/// the library alone.
struct Insider {
    let bundleKey: [UInt8]

    init(_ bytes: [UInt8], _ world: BundleWorld) throws {
        let header = try SealedBundle(bytes).header
        let name = world.receiver.publicKey.name
        let stanza = try unwrap(header.stanzas.first { $0.recipient == name })
        let fields = header.fields
        let sequence = (0..<8).map { UInt8(truncatingIfNeeded: fields.sequence >> (56 - 8 * $0)) }
        let info =
            Array("passerelle/1/bundle-key".utf8) + [0] + fields.partition.id.bytes
            + fields.device.bytes + fields.sender.bytes + sequence
            + world.receiver.publicKey.bytes
        bundleKey = try stanza.seal.open(with: world.receiver, info: info)
    }

    func derive(_ purpose: String, _ prologue: [UInt8]) -> SymmetricKey {
        let bound = SHA256.hash(data: Array("passerelle/1/bundle-prologue".utf8) + [0] + prologue)
        return HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: bundleKey),
            salt: Array(bound),
            info: Array("passerelle/1/bundle-\(purpose)".utf8) + [0],
            outputByteCount: 32
        )
    }

    /// Seals a padded body of one chunk, number 0 and last.
    func seal(_ plain: [UInt8], _ prologue: [UInt8]) throws -> [UInt8] {
        let nonce = try AES.GCM.Nonce(data: [UInt8](repeating: 0, count: 11) + [1])
        let box = try AES.GCM.seal(plain, using: derive("payload", prologue), nonce: nonce)
        return Array(box.ciphertext) + Array(box.tag)
    }
}
