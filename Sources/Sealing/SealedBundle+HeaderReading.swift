import BundleFormat

extension SealedBundle.Header {
    /// Where the signature begins, if the bytes reach past it.
    static func end(of bytes: [UInt8]) throws(SealFailure) -> Int {
        guard bytes.count >= headLength else { throw .tooShort }
        var reader = ByteReader(bytes, from: 0, to: headLength)
        let (magic, version, length) = try SealFailure.naming { () throws(FormatFailure) in
            let magic = try reader.raw(SealedBundle.magic.count)
            return (magic, try reader.byte(), try reader.fixed32())
        }
        guard magic.elementsEqual(SealedBundle.magic) else { throw .badMagic }
        guard version == SealedBundle.version else { throw .unsupportedVersion(UInt64(version)) }
        let limit = UInt64(SealLimits.header)
        guard length <= limit else { throw .limit(what: "the header", value: length, limit: limit) }
        let end = headLength + Int(length)
        guard bytes.count >= end + VerifyingKey.signatureLength else { throw .truncated }
        return end
    }

    /// The length of the body in clear and as it travels, when they agree.
    static func lengths(
        _ reader: inout ByteReader,
        isSealed: Bool
    ) throws(SealFailure) -> (plain: Int, body: Int) {
        let plain = try length("the body", &reader, limit: largestPlain)
        let body = try length("the sealed body", &reader, limit: largestBody)
        guard isSealed else {
            guard plain == body, plain <= SealLimits.content else { throw .length }
            return (plain, body)
        }
        guard ChunkedSeal.canEnd(after: body) else { throw .truncated }
        guard body == ChunkedSeal.sealedLength(of: plain) else { throw .length }
        return (plain, body)
    }

    static let largestPlain = PaddedBody.length(of: SealLimits.content)
    static let largestBody = ChunkedSeal.sealedLength(of: largestPlain)

    private static func length(
        _ what: String,
        _ reader: inout ByteReader,
        limit: Int
    ) throws(SealFailure) -> Int {
        let number = try SealFailure.naming { () throws(FormatFailure) in try reader.varint() }
        guard number <= UInt64(limit) else {
            throw .limit(what: what, value: number, limit: UInt64(limit))
        }
        return Int(number)
    }

    static func stanzas(_ reader: inout ByteReader) throws(SealFailure) -> [Stanza] {
        var stanzas: [Stanza] = []
        let count = try SealFailure.naming { () throws(FormatFailure) in
            try reader.count("stanzas", limit: SealLimits.stanzas)
        }
        for _ in 0..<count {
            let stanza = try stanza(&reader)
            guard stanzas.last.map({ $0.recipient < stanza.recipient }) ?? true else {
                throw .notCanonical("stanzas")
            }
            stanzas.append(stanza)
        }
        return stanzas
    }

    private static func stanza(_ reader: inout ByteReader) throws(SealFailure) -> Stanza {
        let (name, point, sealed) = try SealFailure.naming { () throws(FormatFailure) in
            let name = try reader.raw(KeyName.length)
            let point = try reader.raw(ReceivePublicKey.length)
            return (name, point, try reader.raw(Stanza.sealedLength))
        }
        return Stanza(
            recipient: KeyName(bytes: name),
            seal: KeySeal(
                encapsulated: try ReceivePublicKey(bytes: point),
                ciphertext: Array(sealed)
            )
        )
    }
}
