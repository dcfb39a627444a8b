import Crypto
import Foundation

/// The sender's key and nonce of RFC 9180, sections 4.1 and 5.1, for ``KeySeal``.
struct KeySchedule {
    let key: SymmetricKey
    let nonce: [UInt8]

    private static let kem: [UInt8] = Array("KEM".utf8) + [0x00, 0x20]
    private static let suite: [UInt8] =
        Array("HPKE".utf8) + [0x00, 0x20, 0x00, 0x01, 0x00, 0x03]

    init(
        from ephemeral: ReceiveKey,
        to recipient: ReceivePublicKey,
        info: [UInt8]
    ) throws(SealFailure) {
        let shared = try Self.sharedSecret(from: ephemeral, to: recipient)
        let names = Self.extract([], "psk_id_hash", [], Self.suite)
        let digest = Self.extract([], "info_hash", info, Self.suite)
        let context = [0] + Self.bytes(names) + Self.bytes(digest)
        let secret = Self.extract(Self.bytes(shared), "secret", [], Self.suite)
        key = Self.expand(secret, "key", context, 32, Self.suite)
        nonce = Self.bytes(Self.expand(secret, "base_nonce", context, 12, Self.suite))
    }

    private static func sharedSecret(
        from ephemeral: ReceiveKey,
        to recipient: ReceivePublicKey
    ) throws(SealFailure) -> SymmetricKey {
        do {
            let other = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: recipient.bytes)
            let agreed = try ephemeral.key.sharedSecretFromKeyAgreement(with: other)
            let input = agreed.withUnsafeBytes { Array($0) }
            let secret = extract([], "eae_prk", input, kem)
            let context = ephemeral.publicKey.bytes + recipient.bytes
            return expand(secret, "shared_secret", context, 32, kem)
        } catch { throw .library }
    }

    private static func extract(
        _ salt: [UInt8],
        _ label: String,
        _ input: [UInt8],
        _ suite: [UInt8]
    ) -> HashedAuthenticationCode<SHA256> {
        let labelled = Array("HPKE-v1".utf8) + suite + Array(label.utf8) + input
        return HKDF<SHA256>.extract(inputKeyMaterial: SymmetricKey(data: labelled), salt: salt)
    }

    private static func expand(
        _ secret: HashedAuthenticationCode<SHA256>,
        _ label: String,
        _ info: [UInt8],
        _ length: UInt8,
        _ suite: [UInt8]
    ) -> SymmetricKey {
        let labelled = [0, length] + Array("HPKE-v1".utf8) + suite + Array(label.utf8) + info
        return HKDF<SHA256>.expand(
            pseudoRandomKey: secret,
            info: labelled,
            outputByteCount: Int(length)
        )
    }

    private static func bytes(_ secret: some ContiguousBytes) -> [UInt8] {
        secret.withUnsafeBytes { Array($0) }
    }
}
