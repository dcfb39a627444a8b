import BundleFormat
import Crypto
import Records

/// A bundle as it travels: a header that its sender signed, and a body that its recipients open.
///
/// In a landlord's partition the body is sealed; in the others, where nobody appears, it is in clear.
/// The checks come in the order of the types: bytes make a `SealedBundle`, the sender's key makes it a
/// ``VerifiedBundle``, and only that one opens.
package struct SealedBundle: Hashable, Sendable {
    /// The first bytes of every bundle, whatever its version.
    package static let magic = Envelope.magic
    package static let version: UInt8 = 1

    package let header: Header
    /// The whole bundle.
    package let bytes: [UInt8]

    /// Reads a bundle: its form, its bounds and its exact end, before any key is needed.
    package init(_ bytes: [UInt8]) throws(SealFailure) {
        let header = try Header(bytes)
        guard bytes.count >= header.totalLength else { throw .truncated }
        guard bytes.count == header.totalLength else { throw .trailingData }
        self.header = header
        self.bytes = bytes
    }

    /// Checks that the owner of the key signed the header.
    package func verified(by key: VerifyingKey) throws(SealFailure) -> VerifiedBundle {
        guard header.isSigned(by: key) else { throw .signature }
        return VerifiedBundle(bundle: self)
    }

    /// Checks that the body is the one of the header: what a relay can know of it.
    package func checkBody() throws(SealFailure) {
        guard Self.digest(of: bytes[header.bodyStart...]) == header.bodyDigest else {
            throw .digest
        }
    }

    static func digest(of body: ArraySlice<UInt8>) -> Digest256 {
        Digest256(SHA256.hash(data: body))
    }
}
