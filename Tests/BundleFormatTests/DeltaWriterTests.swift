import BundleFormat
import Causality
import Records
import Testing

/// What the writer refuses, by name.
struct DeltaWriterTests {
    private static let replica = ReplicaID(high: 1, low: 1)
    private static let header = DeltaHeader(
        base: VersionVector(),
        target: VersionVector([replica: 9])
    )

    private static func clock(_ counter: UInt64) -> RowClock {
        RowClock(
            fresh: ClockEntry(
                dot: Dot(replica, counter),
                time: HybridTime(rawValue: 0),
                fields: [.row, .field(1)]
            )
        )
    }

    private static func id(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 16) }

    @Test func `rows out of order, or twice, are refused`() throws {
        for second: UInt8 in [5, 4] {
            var writer = try DeltaWriter(Self.header)
            try writer.beginCollection("person")
            try writer.append(id: Self.id(5), clock: Self.clock(1)) { _, _ in nil }
            #expect(throws: FormatFailure.notCanonical("the rows")) {
                try writer.append(id: Self.id(second), clock: Self.clock(2)) { _, _ in nil }
            }
        }
    }

    @Test func `collections out of order, or twice, are refused`() throws {
        for second in ["person", "note", ""] {
            var writer = try DeltaWriter(Self.header)
            try writer.beginCollection("person")
            #expect(throws: FormatFailure.notCanonical("the collections")) {
                try writer.beginCollection(second)
            }
        }
    }

    @Test func `a row of no collection, and one past the target, are refused`() throws {
        var writer = try DeltaWriter(Self.header)
        #expect(throws: FormatFailure.notCanonical("a row of no collection")) {
            try writer.append(id: Self.id(1), clock: Self.clock(1)) { _, _ in nil }
        }
        try writer.beginCollection("person")
        #expect(throws: FormatFailure.notCanonical("a dot past the target")) {
            try writer.append(id: Self.id(1), clock: Self.clock(10)) { _, _ in nil }
        }
    }

    @Test func `a row heavier than its bound is refused`() throws {
        var writer = try DeltaWriter(Self.header)
        try writer.beginCollection("person")
        let text = Value.text(String(repeating: "x", count: DeltaLimits.rowWeight))
        #expect(
            throws: FormatFailure.limit(
                what: "a row",
                value: UInt64(DeltaLimits.rowWeight) + 16,
                limit: UInt64(DeltaLimits.rowWeight)
            )
        ) {
            try writer.append(id: Self.id(1), clock: Self.clock(1)) { _, _ in text }
        }
    }

    @Test func `a header that contradicts itself is refused`() throws {
        var header = Self.header
        header.base = VersionVector([Self.replica: 10])
        #expect(throws: FormatFailure.notCanonical("a target behind its base")) {
            try DeltaWriter(header)
        }
        header.base = VersionVector([Self.replica: 1])
        header.isSnapshot = true
        #expect(throws: FormatFailure.notCanonical("a snapshot with a base")) {
            try DeltaWriter(header)
        }
        header = Self.header
        header.freed = VersionVector([Self.replica: 1])
        #expect(throws: FormatFailure.notCanonical("the freed deletions")) {
            try DeltaWriter(header)
        }
        header = Self.header
        header.digest = []
        #expect(throws: FormatFailure.notCanonical("a digest")) { try DeltaWriter(header) }
        header = Self.header
        let twice = DeltaHeader.Acknowledgement(replica: Self.replica, vector: VersionVector())
        header.acknowledged = [twice, twice]
        #expect(throws: FormatFailure.notCanonical("the acknowledgements")) {
            try DeltaWriter(header)
        }
    }

    @Test func `a delta of nothing takes less than a kilobyte for ten replicas that know ten`()
        throws
    {
        let replicas = (0..<10).map { ReplicaID(high: $0 &* 0x9E37_79B9_7F4A_7C15, low: $0) }
        let vector = VersionVector(
            Dictionary(uniqueKeysWithValues: replicas.map { ($0, $0.low &+ 90_000) })
        )
        var header = DeltaHeader(base: vector, target: vector)
        header.acknowledged = replicas.sorted().map {
            DeltaHeader.Acknowledgement(replica: $0, vector: vector)
        }
        var writer = try DeltaWriter(header)
        #expect(try writer.finish().count < 512)
    }
}
