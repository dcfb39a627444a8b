import BundleFormat
import Crypto
import Foundation
import Seams

/// A keyring under a passphrase, as bytes of a file.
package enum KeyringFile {
    static let magic: [UInt8] = Array("PASSERELLE-KEYRING".utf8)
    static let version: UInt8 = 1

    /// Writes the next generation of a keyring, under a fresh salt and so a fresh key.
    package static func seal(
        _ keyring: Keyring,
        under passphrase: Passphrase,
        costing derivation: KeyDerivation = .standard,
        entropy: some Entropy
    ) throws(SealFailure) -> [UInt8] {
        guard keyring.receiveKeys.count <= SealLimits.receiveKeys else {
            throw .limit(
                what: "receive keys",
                value: UInt64(keyring.receiveKeys.count),
                limit: UInt64(SealLimits.receiveKeys)
            )
        }
        let salt = entropy.bytes(KeyDerivation.saltLength)
        let (commitment, key) = try derivation.derive(from: passphrase, salt: salt)
        var writer = ByteWriter()
        writer.raw(magic)
        writer.byte(version)
        writer.varint(derivation.log2Rounds)
        writer.varint(KeyDerivation.blockSize)
        writer.varint(derivation.parallelism)
        writer.raw(salt)
        writer.raw(commitment)
        do {
            let box = try AES.GCM.seal(
                keyring.bytes,
                using: key,
                nonce: try nonce(),
                authenticating: writer.bytes
            )
            return writer.bytes + box.ciphertext + box.tag
        } catch { throw .library }
    }

    /// Reads a keyring; refuses hostile costs before any work, but for the one that is expected.
    package static func open(
        _ bytes: [UInt8],
        with passphrase: Passphrase,
        costing expected: KeyDerivation = .standard
    ) throws(SealFailure) -> Keyring {
        guard bytes.count > magic.count + 1 else { throw .tooShort }
        guard bytes.count <= SealLimits.keyring else {
            throw .limit(
                what: "the keyring",
                value: UInt64(bytes.count),
                limit: UInt64(SealLimits.keyring)
            )
        }
        var reader = ByteReader(bytes)
        let derivation = try derivation(&reader, expected)
        let (salt, commitment) = try SealFailure.naming { () throws(FormatFailure) in
            (try reader.raw(KeyDerivation.saltLength), try reader.raw(Digest256.length))
        }
        guard bytes.count > reader.offset + ChunkedSeal.tagLength else { throw .truncated }
        let derived = try derivation.derive(from: passphrase, salt: Array(salt))
        guard derived.commitment.elementsEqual(commitment) else { throw .passphrase }
        return try Keyring(try open(bytes, from: reader.offset, with: derived.key))
    }

    private static func derivation(
        _ reader: inout ByteReader,
        _ expected: KeyDerivation
    ) throws(SealFailure) -> KeyDerivation {
        let (start, number, costs) = try SealFailure.naming { () throws(FormatFailure) in
            let start = try reader.raw(magic.count)
            let number = try reader.byte()
            return (start, number, [try reader.varint(), try reader.varint(), try reader.varint()])
        }
        guard start.elementsEqual(magic) else { throw .badMagic }
        guard number == version else { throw .unsupportedVersion(UInt64(number)) }
        if costs == [expected.log2Rounds, KeyDerivation.blockSize, expected.parallelism] {
            return expected
        }
        return try KeyDerivation(
            log2Rounds: costs[0],
            blockSize: costs[1],
            parallelism: costs[2]
        )
    }

    private static func open(
        _ bytes: [UInt8],
        from start: Int,
        with key: SymmetricKey
    ) throws(SealFailure) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(
                nonce: try nonce(),
                ciphertext: bytes[start...].dropLast(ChunkedSeal.tagLength),
                tag: bytes.suffix(ChunkedSeal.tagLength)
            )
            return Array(try AES.GCM.open(box, using: key, authenticating: bytes[..<start]))
        } catch { throw .badTag }
    }

    /// The salt is never the same twice, so the key has one message and needs one nonce.
    private static func nonce() throws -> AES.GCM.Nonce {
        try AES.GCM.Nonce(data: [UInt8](repeating: 0, count: 12))
    }
}
