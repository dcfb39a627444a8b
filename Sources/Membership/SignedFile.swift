import BundleFormat
import Sealing

/// Bytes that begin with a magic and a version and end with a signature over all before it.
enum SignedFile {
    static let version: UInt8 = 1

    static func head(_ magic: [UInt8]) -> ByteWriter {
        var writer = ByteWriter()
        writer.raw(magic)
        writer.byte(version)
        return writer
    }

    /// A reader past the head, which ends before the signature.
    static func body(
        _ bytes: [UInt8],
        magic: [UInt8],
        limit: Int
    ) throws(MembershipFailure) -> ByteReader {
        guard bytes.count > magic.count else { throw .bytes(.tooShort) }
        guard bytes.starts(with: magic) else { throw .bytes(.badMagic) }
        guard bytes[magic.count] == version else {
            throw .bytes(.unsupportedVersion(UInt64(bytes[magic.count])))
        }
        guard bytes.count <= limit else {
            throw .bytes(
                .limit(what: "the file", value: UInt64(bytes.count), limit: UInt64(limit))
            )
        }
        let end = bytes.count - VerifyingKey.signatureLength
        guard end > magic.count else { throw .bytes(.truncated) }
        return ByteReader(bytes, from: magic.count + 1, to: end)
    }

    /// Checks that the reader reached the signature, and the signature.
    static func check(
        _ bytes: [UInt8],
        readBy reader: ByteReader,
        signedBy key: VerifyingKey,
        as domain: Domain
    ) throws(MembershipFailure) {
        guard reader.isAtEnd else { throw .bytes(.trailingData) }
        let signature = bytes[reader.offset...]
        guard key.accepts(signature, of: bytes[..<reader.offset], as: domain) else {
            throw .signature
        }
    }

    static func signed(
        _ writer: ByteWriter,
        by key: SigningKey,
        as domain: Domain
    ) throws(MembershipFailure) -> [UInt8] {
        let signature = try MembershipFailure.sealing { () throws(SealFailure) in
            try key.sign(writer.bytes, as: domain)
        }
        return writer.bytes + signature
    }

    static func key(
        from reader: inout ByteReader
    ) throws(MembershipFailure) -> VerifyingKey {
        let bytes = try MembershipFailure.naming { () throws(FormatFailure) in
            try reader.raw(VerifyingKey.length)
        }
        return try MembershipFailure.sealing { () throws(SealFailure) in
            try VerifyingKey(bytes: bytes)
        }
    }
}
