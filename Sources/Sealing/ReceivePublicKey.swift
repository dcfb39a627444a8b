/// What others seal to: an X25519 public key.
package struct ReceivePublicKey: Hashable, Sendable {
    package static let length = 32

    /// The thirty-two bytes.
    package let bytes: [UInt8]

    /// Takes a key from its bytes; refuses one of low order or in a second encoding.
    package init(bytes: some Collection<UInt8>) throws(SealFailure) {
        let bytes = Array(bytes)
        guard CurveField.isStrongU(bytes) else { throw .weakKey }
        self.bytes = bytes
    }

    /// What a bundle calls the key, so that its owner finds it at once.
    package var name: KeyName { KeyName(of: self) }
}
