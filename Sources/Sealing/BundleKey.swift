import Causality
import Crypto
import Foundation
import Records
import Seams

/// The random key of one bundle, and what is derived from it and from the beginning of the header.
///
/// AES-GCM lets one ciphertext open under two keys; the commitment, which is signed, names one.
struct BundleKey {
    static let length = 32

    let secret: [UInt8]

    init(from entropy: some Entropy) { secret = entropy.bytes(Self.length) }

    init(_ secret: [UInt8]) throws(SealFailure) {
        guard secret.count == Self.length else { throw .length }
        self.secret = secret
    }

    func commitment(to prologue: Digest256) throws(SealFailure) -> Digest256 {
        let derived = derive(.bundleCommitment, prologue).withUnsafeBytes { Array($0) }
        guard let commitment = Digest256(bytes: derived) else { throw .library }
        return commitment
    }

    func payload(of prologue: Digest256) -> ChunkedSeal {
        ChunkedSeal(key: derive(.bundlePayload, prologue))
    }

    private func derive(_ domain: Domain, _ prologue: Digest256) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret),
            salt: prologue.bytes,
            info: domain.bytes,
            outputByteCount: 32
        )
    }

    /// What binds a stanza to its bundle and its recipient.
    static func info(_ fields: SealedBundle.Fields, to recipient: ReceivePublicKey) -> [UInt8] {
        let sequence = (0..<8).map { UInt8(truncatingIfNeeded: fields.sequence >> (56 - 8 * $0)) }
        return Domain.bundleKey.bytes + fields.partition.id.bytes + fields.device.bytes
            + fields.sender.bytes + sequence + recipient.bytes
    }
}
