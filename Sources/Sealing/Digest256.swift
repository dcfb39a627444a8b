import Crypto

/// A SHA-256 digest.
package struct Digest256: Hashable, Sendable {
    package static let length = 32
    /// What stands where nothing came before.
    package static let none = Digest256(unchecked: [UInt8](repeating: 0, count: length))

    /// The thirty-two bytes.
    package let bytes: [UInt8]

    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = Array(bytes)
    }

    /// The digest of some bytes, for one purpose.
    package init(of bytes: some Collection<UInt8>, as domain: Domain) {
        self.init(unchecked: Array(SHA256.hash(data: domain.bytes + Array(bytes))))
    }

    init(_ digest: SHA256.Digest) { self.init(unchecked: Array(digest)) }

    private init(unchecked bytes: [UInt8]) { self.bytes = bytes }
}

extension Digest256: CustomStringConvertible {
    /// The digest as sixty-four hexadecimal digits.
    package var description: String { bytes.hexadecimal }
}
