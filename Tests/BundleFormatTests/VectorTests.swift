import BundleFormat
import TestKit
import Testing

/// The conformance vectors: bundles that every reader reads alike, or refuses alike.
struct VectorTests {
    private static let files = VectorFiles("format")

    @Test func `every sound bundle says what its page says`() throws {
        let vectors = try ValidVectors.all()
        for vector in vectors {
            let page = try VectorJSON.page(vector.bundle)
            let name = "valid/\(vector.name)"
            let bundle = try Self.files.committed("\(name).passerelle", made: vector.bundle)
            #expect(try VectorJSON.page(bundle) == page, "\(vector.name)")
            #expect(try Self.files.committed("\(name).json", made: page) == page, "\(vector.name)")
            // Another release of zstd may compress otherwise: before compression the bytes are the same.
            #expect(try Self.plain(bundle) == Self.plain(vector.bundle), "\(vector.name)")
        }
        let names = Set(vectors.flatMap { ["\($0.name).passerelle", "\($0.name).json"] })
        #expect(names.count == vectors.count * 2)
        #expect(try Self.files.names(in: "valid") == names)
    }

    @Test func `every faulty bundle is refused by the name of its file`() throws {
        let vectors = try InvalidVectors.all()
        for vector in vectors {
            let path = "invalid/\(vector.testDescription).passerelle"
            let bundle = try Self.files.committed(path, made: vector.bundle)
            #expect(Self.failure(bundle) == vector.failure, "\(vector.testDescription)")
            #expect(bundle == vector.bundle, "\(vector.testDescription)")
        }
        let names = Set(vectors.map { "\($0.testDescription).passerelle" })
        #expect(names.count == vectors.count)
        #expect(try Self.files.names(in: "invalid") == names)
    }

    @Test func `every flipped bit and every truncation of a sound bundle is refused`() throws {
        for vector in try ValidVectors.all() {
            var bytes = vector.bundle
            for index in bytes.indices {
                for bit in 0..<8 {
                    bytes[index] ^= 1 << bit
                    #expect(Self.failure(bytes) != nil, "\(vector.name): \(index), \(bit)")
                    bytes[index] ^= 1 << bit
                }
                let cut = Array(bytes[..<index])
                #expect(Self.failure(cut) == "truncated", "\(vector.name): \(index)")
            }
        }
    }

    @Test func `a flipped bit of a bare delta is refused, or makes another sound delta`() throws {
        var refused = 0
        for vector in try ValidVectors.all() {
            let envelope = try Envelope(vector.bundle)
            guard envelope.kind == .delta, envelope.body.first == DeltaWriter.version else {
                continue
            }
            for var bytes in [envelope.body, try RawDelta(envelope.body).stored] {
                for index in bytes.indices {
                    for bit in 0..<8 {
                        bytes[index] ^= 1 << bit
                        if try !Self.isSound(bytes) { refused += 1 }
                        bytes[index] ^= 1 << bit
                    }
                    let cut = Array(bytes[..<index])
                    #expect(DeltaContent.failure(cut) != nil, "\(vector.name): \(index)")
                }
            }
        }
        #expect(refused > 1_000)
    }

    /// Whether the bytes are a delta; one that is reads as it is written again.
    private static func isSound(_ bytes: [UInt8]) throws -> Bool {
        guard DeltaContent.failure(bytes) == nil else { return false }
        guard bytes.first == DeltaWriter.version else { return true }
        let again = try DeltaContent(bytes).bytes()
        let isCanonical = try RawDelta(again) == RawDelta(bytes)
        #expect(isCanonical)
        return true
    }

    /// The bundle before compression.
    private static func plain(_ bundle: [UInt8]) throws -> [[UInt8]] {
        let body = try Envelope(bundle).body
        return body.first == DeltaWriter.version ? try RawDelta(body).sections : [body]
    }

    /// Why a reader refuses a bundle, nil where it does not.
    private static func failure(_ bundle: [UInt8]) -> String? {
        do {
            let envelope = try Envelope(bundle)
            guard envelope.kind == .delta else { return nil }
            return DeltaContent.failure(envelope.body)?.name
        } catch {
            return error.name
        }
    }
}
