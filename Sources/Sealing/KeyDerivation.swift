import Crypto
import CryptoExtras
import Foundation

/// What a guess at a passphrase costs: scrypt's parameters, within bounds.
///
/// The library takes any and works until memory ends, so a hostile file is refused before any work.
package struct KeyDerivation: Hashable, Sendable {
    package static let standard = KeyDerivation(unchecked: 17, parallelism: 1)
    /// Costs nothing, for worlds in which nobody lives: a file of it opens only where its reader asks for
    /// it, and no program of ours does.
    package static let rehearsal = KeyDerivation(unchecked: 1, parallelism: 1)
    static let blockSize: UInt64 = 8
    static let saltLength = 32

    package let log2Rounds: UInt64
    package let parallelism: UInt64

    package init(
        log2Rounds: UInt64,
        blockSize: UInt64 = 8,
        parallelism: UInt64
    ) throws(SealFailure) {
        guard (15...18).contains(log2Rounds), blockSize == Self.blockSize,
            (1...4).contains(parallelism)
        else { throw .kdfParameters }
        self.init(unchecked: log2Rounds, parallelism: parallelism)
    }

    private init(unchecked log2Rounds: UInt64, parallelism: UInt64) {
        self.log2Rounds = log2Rounds
        self.parallelism = parallelism
    }

    /// What may be kept to know a passphrase again.
    package func commitment(
        to passphrase: Passphrase,
        salt: [UInt8]
    ) throws(SealFailure) -> [UInt8] {
        try derive(from: passphrase, salt: salt).commitment
    }

    /// The two halves that a passphrase makes: a commitment to it, and a key.
    func derive(
        from passphrase: Passphrase,
        salt: [UInt8]
    ) throws(SealFailure) -> (commitment: [UInt8], key: SymmetricKey) {
        do {
            let derived = try KDF.Scrypt.deriveKey(
                from: passphrase.bytes,
                salt: salt,
                outputByteCount: 64,
                rounds: 1 << Int(log2Rounds),
                blockSize: Int(Self.blockSize),
                parallelism: Int(parallelism)
            )
            let bytes = derived.withUnsafeBytes { Array($0) }
            return (Array(bytes[..<32]), SymmetricKey(data: bytes[32...]))
        } catch { throw .library }
    }
}
