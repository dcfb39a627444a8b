import Crypto
import Foundation
import Seams

/// HPKE in base mode (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305, one
/// message under each encapsulated key.
///
/// The library opens. It draws the ephemeral key of a seal from the machine, which no simulation could
/// repeat, so sealing is written here from the RFC; the tests open every seal with the library.
package struct KeySeal: Hashable, Sendable {
    package static let tagLength = 16

    /// The ephemeral public key.
    package let encapsulated: ReceivePublicKey
    package let ciphertext: [UInt8]

    package init(encapsulated: ReceivePublicKey, ciphertext: [UInt8]) {
        self.encapsulated = encapsulated
        self.ciphertext = ciphertext
    }

    /// Seals a message to a key.
    package init(
        _ message: [UInt8],
        to recipient: ReceivePublicKey,
        info: [UInt8],
        entropy: some Entropy
    ) throws(SealFailure) {
        let ephemeral = try ReceiveKey(from: entropy)
        let schedule = try KeySchedule(from: ephemeral, to: recipient, info: info)
        encapsulated = ephemeral.publicKey
        do {
            let nonce = try ChaChaPoly.Nonce(data: schedule.nonce)
            let box = try ChaChaPoly.seal(message, using: schedule.key, nonce: nonce)
            ciphertext = Array(box.ciphertext) + Array(box.tag)
        } catch { throw .library }
    }

    /// Opens the seal.
    package func open(with key: ReceiveKey, info: [UInt8]) throws(SealFailure) -> [UInt8] {
        do {
            var recipient = try HPKE.Recipient(
                privateKey: key.key,
                ciphersuite: .Curve25519_SHA256_ChachaPoly,
                info: Data(info),
                encapsulatedKey: Data(encapsulated.bytes)
            )
            return Array(try recipient.open(ciphertext))
        } catch { throw .badTag }
    }
}
