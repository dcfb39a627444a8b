import Foundation
import Sealing
import Seams

/// What is kept of a password: its scrypt hash, with the salt and the cost.
package struct PasswordHash: Codable, Hashable, Sendable {
    /// The shortest password that a person may choose, in characters.
    package static let shortest = 12
    static let saltLength = 32

    /// What a password is tried on where nobody bears the name, so that both take the same time.
    package static let decoy = PasswordHash(
        log2Rounds: KeyDerivation.standard.log2Rounds,
        parallelism: KeyDerivation.standard.parallelism,
        salt: Data(count: saltLength),
        hash: Data(count: 32)
    )

    let log2Rounds: UInt64
    let parallelism: UInt64
    let salt: Data
    let hash: Data

    init(log2Rounds: UInt64, parallelism: UInt64, salt: Data, hash: Data) {
        (self.log2Rounds, self.parallelism) = (log2Rounds, parallelism)
        (self.salt, self.hash) = (salt, hash)
    }

    package init(
        of password: String,
        _ entropy: any Entropy,
        cost: KeyDerivation = .standard
    ) throws(AccountFailure) {
        guard password.count >= Self.shortest else { throw .shortPassword }
        let salt = entropy.bytes(Self.saltLength)
        guard let typed = try? Passphrase(typed: password),
            let commitment = try? cost.commitment(to: typed, salt: salt)
        else { throw .unusablePassword }
        log2Rounds = cost.log2Rounds
        parallelism = cost.parallelism
        self.salt = Data(salt)
        hash = Data(commitment)
    }

    /// Whether a password is the one; the comparison takes the same time for every other one.
    package func accepts(_ password: String) -> Bool {
        guard let typed = try? Passphrase(typed: password),
            let cost = try? KeyDerivation(log2Rounds: log2Rounds, parallelism: parallelism),
            let commitment = try? cost.commitment(to: typed, salt: Array(salt))
        else { return false }
        return ConstantTime.equal(commitment, Array(hash))
    }
}
