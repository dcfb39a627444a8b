/// The bounds of what travels between a device and the hub; see Docs/hub.md.
package enum HubLimits {
    /// The most bytes of a bundle, the same as in a folder.
    package static let body = 64 << 20
    /// The most bytes of a membership log.
    package static let log = 16 << 20
    /// The most bytes of a request that a device signs about itself.
    package static let small = 4_096
    /// The most bytes of a piece of a resumed upload.
    package static let piece = 1 << 20
    /// The most events of one listing.
    package static let events = 256
    /// The most bytes of the headers in one listing.
    package static let headers = 4 << 20
    /// The most bytes of an answer that is no bundle.
    package static let answer = 32 << 20
    /// The longest nonce that is looked at.
    package static let nonce = 64
}
