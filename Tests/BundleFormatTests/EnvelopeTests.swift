import BundleFormat
import Causality
import Records
import Testing

/// Bundles as bytes: one form for one value, and nothing else is read.
struct EnvelopeTests {
    private static let replica = ReplicaID(high: 1, low: 2)

    private static func make(body: [UInt8] = Array("corps".utf8)) throws -> Envelope {
        let id = try #require(RecordID(bytes: [UInt8](repeating: 7, count: 16)))
        return Envelope(
            kind: .delta,
            partition: try #require(PartitionID(kind: .landlord, id: id, code: "B4")),
            sender: replica,
            sequence: 41,
            base: VersionVector([replica: 3]),
            target: VersionVector([replica: 91]),
            body: body
        )
    }

    private static func failure(_ bytes: [UInt8]) -> FormatFailure? {
        do {
            _ = try Envelope(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a bundle is read back as it was written, and written again as it was read`() throws
    {
        let envelope = try Self.make()
        let again = try Envelope(envelope.bytes)
        #expect(again == envelope)
        #expect(again.bytes == envelope.bytes)
        #expect(again.changes == 88)
        #expect(again.fileName == "B4-00000000-00000041.passerelle")
    }

    @Test func `every flipped bit is refused`() throws {
        let bytes = try Self.make().bytes
        for index in bytes.indices {
            for bit in 0..<8 {
                var altered = bytes
                altered[index] ^= 1 << bit
                #expect(Self.failure(altered) != nil, "byte \(index), bit \(bit)")
            }
        }
    }

    @Test func `every truncation is refused, and so is one byte too many`() throws {
        let bytes = try Self.make().bytes
        for count in bytes.indices { #expect(Self.failure(Array(bytes[..<count])) != nil) }
        #expect(Self.failure(Array(bytes[..<(bytes.count - 1)])) == .truncated)
        #expect(Self.failure(bytes + [0]) == .trailingData)
        #expect(Self.failure([]) == .truncated)
    }

    @Test func `what is wrong is named`() throws {
        var bytes = try Self.make().bytes
        bytes[0] ^= 1
        #expect(Self.failure(bytes) == .badMagic)
        bytes = try Self.make().bytes
        bytes[10] = 9
        #expect(Self.failure(bytes) == .unsupportedVersion(9))
        bytes = try Self.make().bytes
        bytes[11] = 77
        #expect(Self.failure(bytes) == .unknownKind(77))
        bytes = try Self.make().bytes
        bytes[bytes.count - 34] ^= 1
        #expect(Self.failure(bytes) == .digestMismatch)
    }

    @Test func `a length beyond all bounds is refused before anything is allocated`() throws {
        var writer = ByteWriter()
        let bytes = try Self.make(body: []).bytes
        writer.raw(bytes.dropLast(33))
        writer.varint(.max)
        #expect(
            Self.failure(writer.bytes)
                == .limit(
                    what: "the body",
                    value: .max,
                    limit: UInt64(Envelope.maximumBytes)
                )
        )
    }
}
