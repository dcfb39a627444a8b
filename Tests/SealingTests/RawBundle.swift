import BundleFormat
import Crypto
import Sealing

/// A bundle taken to pieces, to be put together wrongly and signed again: what a hostile member, who
/// holds a sound key, can make.
struct RawBundle {
    var version: UInt8 = 1
    var headerLength: UInt64?
    var fields: [UInt8]
    var plainLength: UInt64
    var bodyLength: UInt64
    var commitment: [UInt8]
    var stanzaCount: UInt64
    var stanzas: [[UInt8]]
    var digest: [UInt8]?
    var body: [UInt8]

    init(_ bytes: [UInt8]) throws {
        let bundle = try SealedBundle(bytes)
        let header = bundle.header
        let end = header.bodyStart - 64
        let stanzaBytes = header.stanzas.count * 96
        let keys = header.fields.isSealed ? 32 + stanzaBytes + Self.varint(header.stanzas.count) : 0
        let start = end - 32 - keys
        plainLength = UInt64(header.plainLength)
        bodyLength = UInt64(header.bodyLength)
        let lengths = Self.varint(header.plainLength) + Self.varint(header.bodyLength)
        fields = Array(bytes[15..<start - lengths])
        commitment = Array(bytes[start..<start + (header.fields.isSealed ? 32 : 0)])
        stanzaCount = UInt64(header.stanzas.count)
        let first = end - 32 - stanzaBytes
        stanzas = header.stanzas.indices.map {
            Array(bytes[first + $0 * 96..<first + $0 * 96 + 96])
        }
        body = Array(bytes[header.bodyStart...])
    }

    private static func varint(_ number: Int) -> Int { number < 128 ? 1 : number < 16_384 ? 2 : 3 }

    /// All before the commitment.
    var prologue: [UInt8] {
        var writer = ByteWriter()
        writer.raw(Array("PASSERELLE".utf8))
        writer.byte(version)
        let length = headerLength ?? UInt64(afterHead.count)
        for shift in [24, 16, 8, 0] { writer.byte(UInt8(truncatingIfNeeded: length >> shift)) }
        writer.raw(fieldsAndLengths)
        return writer.bytes
    }

    private var fieldsAndLengths: [UInt8] {
        var writer = ByteWriter()
        writer.raw(fields)
        writer.varint(plainLength)
        writer.varint(bodyLength)
        return writer.bytes
    }

    private var afterLengths: [UInt8] {
        var writer = ByteWriter()
        writer.raw(commitment)
        if !commitment.isEmpty { writer.varint(stanzaCount) }
        for stanza in stanzas { writer.raw(stanza) }
        writer.raw(digest ?? Array(SHA256.hash(data: body)))
        return writer.bytes
    }

    private var afterHead: [UInt8] { fieldsAndLengths + afterLengths }

    /// The bundle, signed by somebody.
    func signed(by key: SigningKey) throws -> [UInt8] {
        let signed = prologue + afterLengths
        return signed + (try key.sign(signed, as: .bundleSignature)) + body
    }
}
