import Crypto
import Foundation

/// The public half of an identity: checks what its device signed.
package struct VerifyingKey: Hashable, Sendable {
    package static let length = 32
    package static let signatureLength = 64

    /// The thirty-two bytes.
    package let bytes: [UInt8]

    /// Takes a key from its bytes; refuses one of low order or in a second encoding.
    ///
    /// A key with a low-order part in it is not told apart: only its owner could have made it, and
    /// every signature is checked by this one code.
    package init(bytes: some Collection<UInt8>) throws(SealFailure) {
        let bytes = Array(bytes)
        guard CurveField.isStrongPoint(bytes) else { throw .weakKey }
        self.bytes = bytes
    }

    /// Whether the signature is that of this key over the message, for that purpose.
    package func accepts(
        _ signature: some Collection<UInt8>,
        of message: some Collection<UInt8>,
        as domain: Domain
    ) -> Bool {
        let signature = Array(signature)
        guard Self.isCanonical(signature),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        else { return false }
        return key.isValidSignature(signature, for: domain.bytes + Array(message))
    }

    /// Whether R is a strong point in its one encoding and S is below the order of the group.
    static func isCanonical(_ signature: [UInt8]) -> Bool {
        guard signature.count == signatureLength,
            CurveField.isStrongPoint(Array(signature[..<32]))
        else { return false }
        return signature[32...].reversed().lexicographicallyPrecedes(order)
    }

    /// The order of the group, 2^252 + 27742317777372353535851937790883648493, highest byte first.
    private static let order: [UInt8] =
        [0x10] + [UInt8](repeating: 0, count: 15) + [
            0x14, 0xDE, 0xF9, 0xDE, 0xA2, 0xF7, 0x9C, 0xD6, 0x58, 0x12, 0x63, 0x1A, 0x5C, 0xF5,
            0xD3, 0xED,
        ]
}
