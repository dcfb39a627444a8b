import Crypto
import Foundation
import Seams

/// What opens what was sealed to its public half: an X25519 key, made for one month or for recovery.
package struct ReceiveKey: Sendable, Redacted {
    package static let length = 32

    let key: Curve25519.KeyAgreement.PrivateKey
    package let publicKey: ReceivePublicKey

    /// Makes the key of thirty-two secret bytes.
    package init(secret: some Collection<UInt8>) throws(SealFailure) {
        do {
            key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: Array(secret))
        } catch { throw .length }
        publicKey = try ReceivePublicKey(bytes: key.publicKey.rawRepresentation)
    }

    package init(from entropy: some Entropy) throws(SealFailure) {
        try self.init(secret: entropy.bytes(Self.length))
    }

    /// The bytes that make the key again.
    package var secret: [UInt8] { Array(key.rawRepresentation) }
}
