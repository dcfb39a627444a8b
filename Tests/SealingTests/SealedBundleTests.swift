import Causality
import Records
import Sealing
import Testing

/// What a sealed bundle keeps, whatever its size.
struct SealedBundleTests {
    private let world: BundleWorld

    init() throws { world = try BundleWorld() }

    /// Sizes around the bounds of chunks and of padding.
    private static let sizes: [Int] =
        Array(0...130) + [
            255, 256, 1_023, 1_500, 16_366, 16_367, 16_383, 16_384, 16_385, 16_400, 32_766, 32_767,
            32_768, 49_151, 65_535, 65_536, 100_000, 1_000_003,
        ]

    @Test func `what is sealed opens as it was, whatever its size`() throws {
        for size in Self.sizes {
            let body = world.content(size)
            let bytes = try world.seal(body)
            #expect(try world.open(bytes) == body, "\(size)")
            #expect(try world.open(bytes, with: [world.kit.receiveKey()]) == body, "\(size)")
        }
    }

    @Test func `a header tells what the sender said, and the name of the next one's past`() throws {
        let fields = try world.fields()
        let bytes = try world.seal([1, 2, 3], fields)
        let bundle = try SealedBundle(bytes)
        #expect(bundle.header.fields == fields)
        #expect(bundle.header.stanzas.count == 2)
        let head = Array(bytes[..<bundle.header.bodyStart])
        #expect(try SealedBundle.Header(head) == bundle.header)
        #expect(bundle.header.hash == Digest256(of: head, as: .bundleChain))
        try bundle.checkBody()
    }

    @Test func `a bundle of the region is signed and in clear`() throws {
        for size in [0, 1, 16_384, 100_000] {
            let body = world.content(size)
            let bytes = try world.seal(body, world.regionFields())
            #expect(Array(bytes.suffix(size)) == body)
            #expect(try world.open(bytes, with: []) == body)
            var altered = bytes
            altered[altered.count - 1] ^= 1
            #expect(world.failure(altered) == (size == 0 ? .signature : .digest))
        }
    }

    @Test func `padding tells few lengths and costs at most 12 percent`() throws {
        var lengths: Set<Int> = []
        for size in 1...3_000 {
            let header = try SealedBundle.Header(world.seal([UInt8](repeating: 7, count: size)))
            lengths.insert(header.plainLength)
            #expect(header.plainLength > size)
            #expect(header.plainLength <= size + 1 + (size + 1) * 12 / 100 + 1, "\(size)")
        }
        #expect(lengths.count == 99)
    }

    @Test func `the same entropy makes the same bundle`() throws {
        #expect(try BundleWorld().seal([1, 2]) == BundleWorld().seal([1, 2]))
        #expect(try BundleWorld().seal([1, 2]) != BundleWorld(seed: 2).seal([1, 2]))
    }

    @Test func `a body, stanzas or heads beyond their bounds are never sealed`() throws {
        let key = world.receiver.publicKey
        #expect(throws: SealFailure.notCanonical("recipients")) {
            _ = try SealedBundle.seal(
                [],
                try world.fields(),
                to: [],
                signedBy: world.sender.identity,
                entropy: world.entropy
            )
        }
        let tooMany = [ReceivePublicKey](repeating: key, count: 257)
        let failure = SealFailure.limit(what: "stanzas", value: 257, limit: 256)
        #expect(throws: failure) {
            _ = try SealedBundle.seal(
                [],
                try world.fields(),
                to: tooMany,
                signedBy: world.sender.identity,
                entropy: world.entropy
            )
        }
        let large = [UInt8](repeating: 0, count: (64 << 20) + 1)
        #expect(throws: SealFailure.limit(what: "the body", value: 67_108_865, limit: 67_108_864)) {
            _ = try world.seal(large)
        }
    }

    @Test func `fields that contradict each other are never sealed`() throws {
        let changes: [(inout SealedBundle.Fields) -> Void] = [
            { $0.base = VersionVector([world.replica: 10]) }, { $0.sequence = 1 },
            { $0.previous = .none }, { $0.kind = .statement }, { $0.kind = .snapshot },
            { $0.membership = SealedBundle.LogHead(sequence: 0, hash: $0.audit) },
        ]
        for change in changes {
            var fields = try world.fields()
            change(&fields)
            let error = #expect(throws: SealFailure.self) { _ = try world.seal([], fields) }
            #expect(error?.name == "not-canonical")
        }
    }
}
