import BundleFormat
import Seams

extension SealedBundle {
    /// Makes a bundle, signed.
    ///
    /// In a landlord's partition it is sealed to the recipients; in the others it is in clear, and there
    /// are none.
    package static func seal(
        _ body: [UInt8],
        _ fields: Fields,
        to recipients: [ReceivePublicKey],
        signedBy key: SigningKey,
        entropy: some Entropy
    ) throws(SealFailure) -> [UInt8] {
        try check(body, fields, recipients)
        let draft = Draft(fields: fields, contentLength: body.count, recipients: recipients)
        guard draft.headerLength <= SealLimits.header else {
            throw limit("the header", draft.headerLength, SealLimits.header)
        }
        return try draft.isSealed
            ? draft.sealed(body, signedBy: key, entropy: entropy)
            : draft.clear(body, signedBy: key)
    }

    private static func check(
        _ body: [UInt8],
        _ fields: Fields,
        _ recipients: [ReceivePublicKey]
    ) throws(SealFailure) {
        if let fault = fields.fault { throw .notCanonical(fault) }
        guard fields.isSealed != recipients.isEmpty else { throw .notCanonical("recipients") }
        guard body.count <= SealLimits.content else {
            throw limit("the body", body.count, SealLimits.content)
        }
        guard recipients.count <= SealLimits.stanzas else {
            throw limit("stanzas", recipients.count, SealLimits.stanzas)
        }
        guard fields.heads.count <= SealLimits.heads else {
            throw limit("heads", fields.heads.count, SealLimits.heads)
        }
    }

    private static func limit(_ what: String, _ value: Int, _ limit: Int) -> SealFailure {
        .limit(what: what, value: UInt64(value), limit: UInt64(limit))
    }
}
