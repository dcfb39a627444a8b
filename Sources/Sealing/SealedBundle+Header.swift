import BundleFormat

extension SealedBundle {
    /// What stands before the body, enough to list a bundle and to decide whether to open it.
    package struct Header: Hashable, Sendable {
        /// Magic, version and the length of what follows up to the signature.
        package static let headLength = magic.count + 5
        /// The most bytes that are read to know a header.
        package static let maximumLength =
            headLength + SealLimits.header + VerifyingKey.signatureLength

        package let fields: Fields
        /// How many bytes the body has in clear, its padding with it.
        package let plainLength: Int
        /// How many bytes the body has as it travels.
        package let bodyLength: Int
        /// What the sender commits to; nil where the body is not sealed.
        package let commitment: Digest256?
        /// The bundle key, sealed to each recipient, in the order of their names.
        package let stanzas: [Stanza]
        /// The digest of the body as it travels.
        package let bodyDigest: Digest256
        /// The digest of all before the commitment, to which the keys of the body are bound.
        let prologue: Digest256
        let signatureStart: Int
        /// The header as it travels, its signature with it.
        private let bytes: [UInt8]
        /// What the next bundle of the same replica calls this one.
        package let hash: Digest256

        package var bodyStart: Int { signatureStart + VerifyingKey.signatureLength }

        /// How many bytes the whole bundle has.
        package var totalLength: Int { bodyStart + bodyLength }

        /// Reads the header from the first bytes of a bundle.
        package init(_ bytes: [UInt8]) throws(SealFailure) {
            let end = try Self.end(of: bytes)
            var reader = ByteReader(bytes, from: Self.headLength, to: end)
            let fields = try SealFailure.naming { () throws(FormatFailure) in
                try Fields(from: &reader)
            }
            self.fields = fields
            (plainLength, bodyLength) = try Self.lengths(&reader, isSealed: fields.isSealed)
            prologue = Digest256(of: bytes[..<reader.offset], as: .bundlePrologue)
            if fields.isSealed {
                commitment = try SealFailure.naming { () throws(FormatFailure) in
                    try reader.digest()
                }
                stanzas = try Self.stanzas(&reader)
            } else {
                (commitment, stanzas) = (nil, [])
            }
            bodyDigest = try SealFailure.naming { () throws(FormatFailure) in try reader.digest() }
            guard reader.isAtEnd else { throw .length }
            signatureStart = end
            let known = bytes[..<(end + VerifyingKey.signatureLength)]
            hash = Digest256(of: known, as: .bundleChain)
            self.bytes = Array(known)
        }

        /// Whether the owner of the key signed the header.
        package func isSigned(by key: VerifyingKey) -> Bool {
            let signature = bytes[signatureStart...]
            return key.accepts(signature, of: bytes[..<signatureStart], as: .bundleSignature)
        }
    }
}
