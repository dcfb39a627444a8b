/// The names of the header fields that a device and the hub read.
package enum HubField {
    package static let signatureInput = "signature-input"
    package static let signature = "signature"
    package static let contentDigest = "content-digest"
    /// A fresh nonce, in every answer: the next request is signed over it.
    package static let nonce = "passerelle-nonce"
    /// The first sixteen digits of the hub's key that the device knows: the hub may have two.
    package static let knownKey = "passerelle-hub-key"
    package static let uploadOffset = "upload-offset"
    package static let uploadLength = "upload-length"
}
