import BundleFormat
import Causality
import Records
import Testing

/// One value, one sequence of bytes: written, read and written again.
struct DeltaRoundTripTests {
    @Test(arguments: 0..<10)
    func `10,000 random deltas are read back as they were written, and written again`(
        _ part: UInt64
    ) throws {
        for seed in 0..<10_000 {
            var random = RandomDelta(seed: part << 32 | UInt64(seed))
            let content = random.content()
            let bytes = try content.bytes()
            let again = try DeltaContent(bytes)
            guard again == content, try again.bytes() == bytes else {
                Issue.record("seed \(part << 32 | UInt64(seed)) is not read back")
                return
            }
        }
    }

    @Test func `rows past a block go into the next, and blocks end where the rule says`() throws {
        let replica = ReplicaID(high: 1, low: 1)
        let rows = try (0..<10_000).map { index in
            try Self.row(index, replica, ["Awa", .integer(Int64(index) * 1_000)])
        }
        let header = DeltaHeader(
            base: VersionVector(),
            target: VersionVector([replica: 10_000])
        )
        let content = DeltaContent(header, [DeltaContent.Group(name: "person", rows: rows)])
        let bytes = try content.bytes()
        #expect(try Self.blockSizes(bytes) == [4_096, 4_096, 1_808])
        #expect(try DeltaContent(bytes) == content)
        #expect(try DeltaContent(bytes).bytes() == bytes)
    }

    @Test func `a block ends with the row that makes it weigh a mebibyte`() throws {
        let replica = ReplicaID(high: 1, low: 1)
        let text = String(repeating: "maison ", count: 60_000)
        let rows = try (0..<7).map { try Self.row($0, replica, [.text("\($0)" + text), nil]) }
        let header = DeltaHeader(base: VersionVector(), target: VersionVector([replica: 7]))
        let content = DeltaContent(header, [DeltaContent.Group(name: "note", rows: rows)])
        let bytes = try content.bytes()
        #expect(try Self.blockSizes(bytes) == [3, 3, 1])
        #expect(try DeltaContent(bytes) == content)
    }

    @Test func `bytes that compress without end are read back`() throws {
        let replica = ReplicaID(high: 1, low: 1)
        let zeros = Value.blob([UInt8](repeating: 0, count: 7 << 20))
        let row = try Self.row(0, replica, [zeros, nil])
        let header = DeltaHeader(base: VersionVector(), target: VersionVector([replica: 1]))
        let content = DeltaContent(header, [DeltaContent.Group(name: "note", rows: [row])])
        #expect(try DeltaContent(try content.bytes()) == content)
    }

    @Test func `buried writes are a set: their order and repetition do not show`() throws {
        let replica = ReplicaID(high: 1, low: 1)
        let header = DeltaHeader(base: VersionVector(), target: VersionVector([replica: 9]))
        func bytes(_ buried: [UInt64]) throws -> [UInt8] {
            let entry = ClockEntry(
                dot: Dot(replica, 9),
                time: HybridTime(rawValue: 1),
                fields: [.row, .deletion],
                buried: buried.map { Dot(replica, $0) }
            )
            let id = try #require(RecordID(bytes: [UInt8](repeating: 1, count: 16)))
            let row = RowDelta(id: id, clock: RowClock(fresh: entry), values: [])
            return try DeltaContent(header, [DeltaContent.Group(name: "note", rows: [row])]).bytes()
        }
        #expect(try bytes([3, 1, 3, 2]) == bytes([1, 2, 3]))
    }

    private static func row(
        _ index: Int,
        _ replica: ReplicaID,
        _ values: [Value]
    ) throws -> RowDelta {
        var id = ByteWriter()
        id.fixed64(0)
        id.fixed64(UInt64(index))
        let entry = ClockEntry(
            dot: Dot(replica, UInt64(index) + 1),
            time: HybridTime(rawValue: 5),
            fields: [.row, .field(1), .field(2)]
        )
        return RowDelta(
            id: try #require(RecordID(bytes: id.bytes)),
            clock: RowClock(fresh: entry),
            values: values
        )
    }

    private static func blockSizes(_ bytes: [UInt8]) throws -> [Int] {
        var reader = try DeltaReader(bytes)
        var sizes: [Int] = []
        while let block = try reader.nextBlock() { sizes.append(block.rowCount) }
        return sizes
    }
}
