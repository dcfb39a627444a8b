/// The bundle key, sealed to one recipient.
package struct Stanza: Hashable, Sendable {
    static let length = KeyName.length + ReceivePublicKey.length + sealedLength
    static let sealedLength = BundleKey.length + KeySeal.tagLength

    /// Which key opens it.
    package let recipient: KeyName
    package let seal: KeySeal
}
