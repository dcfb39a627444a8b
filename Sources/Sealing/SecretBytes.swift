import Seams

/// Thirty-two secret bytes that no description shows: a key for others to use.
package struct SecretBytes: Hashable, Sendable, Redacted {
    package static let length = 32

    package let bytes: [UInt8]

    /// Takes the bytes; nil for another length.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = Array(bytes)
    }

    package init(from entropy: some Entropy) throws(SealFailure) {
        guard let drawn = Self(entropy.bytes(Self.length)) else { throw .length }
        self = drawn
    }
}
