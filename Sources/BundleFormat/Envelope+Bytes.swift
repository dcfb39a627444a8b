import Causality
import Crypto
import Records

extension Envelope {
    /// The first bytes of every bundle.
    package static let magic: [UInt8] = Array("PASSERELLE".utf8)
    package static let version: UInt8 = 0
    /// The most bytes that a header takes.
    package static let maximumHeader = 131_072
    /// The most bytes that a bundle takes.
    package static let maximumBytes = 512 << 20
    package static let digestLength = 32

    /// The bundle as bytes: the same value is always the same bytes.
    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: body.count + 256)
        writer.raw(Self.magic)
        writer.byte(Self.version)
        writer.byte(kind.rawValue)
        writer.text(partition.kind.rawValue)
        writer.raw(partition.id.bytes)
        writer.text(partition.code)
        writer.replica(sender)
        writer.varint(sequence)
        writer.vector(base)
        writer.vector(target)
        writer.lengthPrefixed(body)
        writer.raw(SHA256.hash(data: writer.bytes))
        return writer.bytes
    }

    /// Reads a whole bundle, checking its digest before anything of its body is looked at.
    package init(_ bytes: [UInt8]) throws(FormatFailure) {
        let header = try Header(bytes)
        let end = try header.bodyEnd(within: bytes.count)
        guard bytes.count >= end + Self.digestLength else { throw .truncated }
        guard bytes.count == end + Self.digestLength else { throw .trailingData }
        guard SHA256.hash(data: bytes[..<end]).elementsEqual(bytes[end...]) else {
            throw .digestMismatch
        }
        self.init(
            kind: header.kind,
            partition: header.partition,
            sender: header.sender,
            sequence: header.sequence,
            base: header.base,
            target: header.target,
            body: Array(bytes[header.bodyStart..<end])
        )
    }

    /// The name that a bundle travels under: who sent it, which it is, and nothing personal.
    package var fileName: String {
        let digits = String(sequence)
        let padded = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        return "\(partition.code)-\(sender.short)-\(padded).\(Self.fileExtension)"
    }

    package static let fileExtension = "passerelle"
}
