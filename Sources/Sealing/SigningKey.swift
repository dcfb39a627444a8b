import Crypto
import Foundation
import Seams

/// The private half of an identity: an Ed25519 key.
package struct SigningKey: Sendable, Redacted {
    package static let length = 32

    private let key: Curve25519.Signing.PrivateKey
    package let verifyingKey: VerifyingKey

    /// Makes the key of thirty-two secret bytes.
    package init(secret: some Collection<UInt8>) throws(SealFailure) {
        do {
            key = try Curve25519.Signing.PrivateKey(rawRepresentation: Array(secret))
        } catch { throw .length }
        verifyingKey = try VerifyingKey(bytes: key.publicKey.rawRepresentation)
    }

    package init(from entropy: some Entropy) throws(SealFailure) {
        try self.init(secret: entropy.bytes(Self.length))
    }

    /// The bytes that make the key again.
    package var secret: [UInt8] { Array(key.rawRepresentation) }

    /// Signs a message for one purpose.
    package func sign(
        _ message: some Collection<UInt8>,
        as domain: Domain
    ) throws(SealFailure) -> [UInt8] {
        do {
            return Array(try key.signature(for: domain.bytes + Array(message)))
        } catch { throw .library }
    }
}
