/// The short name of a receive key in a bundle: half of the digest of the key.
package struct KeyName: Hashable, Sendable {
    package static let length = 16

    /// The sixteen bytes.
    package let bytes: [UInt8]

    init(of key: ReceivePublicKey) {
        bytes = Array(Digest256(of: key.bytes, as: .keyName).bytes.prefix(Self.length))
    }

    init(bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }
}

extension KeyName: Comparable {
    package static func < (left: KeyName, right: KeyName) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
