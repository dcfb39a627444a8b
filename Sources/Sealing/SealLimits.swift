/// The bounds of a sealed bundle; see Docs/bundle.md.
package enum SealLimits {
    /// The most bytes of a header, its signature apart.
    package static let header = 131_072
    /// The most bytes of a body before sealing and padding.
    package static let content = 64 << 20
    /// The most keys that a bundle is sealed to.
    package static let stanzas = 256
    /// The most replicas whose last bundle is told.
    package static let heads = 512
    /// The most replicas of a version vector.
    package static let replicas = 1_024
    /// The most bytes of a keyring file.
    package static let keyring = 65_536
    /// The most receive keys of a keyring.
    package static let receiveKeys = 64
    /// The most keys of periods of a keyring.
    package static let periodKeys = 32
    /// The most bytes of a period's name.
    package static let periodName = 32
}
