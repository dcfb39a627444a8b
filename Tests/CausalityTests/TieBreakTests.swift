import Causality
import Testing

/// Who is shown among truly concurrent versions of one field.
struct TieBreakTests {
    private func entry(_ replica: UInt64, _ counter: UInt64, at time: UInt64) -> ClockEntry {
        ClockEntry(
            dot: Dot(ReplicaID(high: 0, low: replica), counter),
            time: HybridTime(rawValue: time),
            fields: [.row, .field(1)]
        )
    }

    @Test func `tie-break: the later time wins, whoever wrote it`() throws {
        let clock = try #require(RowClock([entry(9, 1, at: 10), entry(1, 1, at: 11)]))
        #expect(clock.winner(of: 1)?.dot.replica.low == 1)
    }

    @Test func `tie-break: at equal times the greater replica wins, in whatever order they came`()
        throws
    {
        let clock = try #require(RowClock([entry(2, 1, at: 10), entry(5, 1, at: 10)]))
        let swapped = try #require(RowClock([entry(5, 1, at: 10), entry(2, 1, at: 10)]))
        #expect(clock.winner(of: 1)?.dot.replica.low == 5)
        #expect(swapped == clock)
        #expect(clock.versions(of: 1).map(\.dot.replica.low) == [2, 5])
        #expect(clock.contested == .field(1))
    }

    @Test func `replicas are compared as big-endian numbers over all sixteen bytes`() {
        let low = ReplicaID(high: 1, low: .max)
        let high = ReplicaID(high: 2, low: 0)
        #expect(low < high)
        #expect(low.bytes.lexicographicallyPrecedes(high.bytes))
        #expect(ReplicaID(bytes: high.bytes) == high)
        #expect(ReplicaID(bytes: [1, 2, 3]) == nil)
    }

    @Test func `a write that has seen a clock of 2099 replaces it, whatever its own clock says`() {
        var clock = RowClock(fresh: entry(9, 1, at: 4_070_908_800_000 << 16))
        clock.stamp(
            .field(1),
            dot: Dot(ReplicaID(high: 0, low: 1), 1),
            time: HybridTime(rawValue: 5)
        )
        #expect(clock.entries.count == 1)
        #expect(clock.winner(of: 1)?.time.rawValue == 5)
    }
}
