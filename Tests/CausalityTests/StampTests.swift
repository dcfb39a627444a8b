import Causality
import Testing

/// Writes of elements, step by step.
struct StampTests {
    private let a = ReplicaID(high: 0, low: 1)
    private let b = ReplicaID(high: 0, low: 2)
    private let time = HybridTime(rawValue: 1)

    private func share(_ tag: UInt8, _ increments: UInt64, _ decrements: UInt64) -> Element {
        Element(tag: tag, key: a.bytes, increments: increments, decrements: decrements)
    }

    private func entry(_ dot: Dot, _ fields: FieldMask, _ elements: [Element]) -> ClockEntry {
        ClockEntry(dot: dot, time: time, fields: fields, elements: elements)
    }

    @Test func `a row that comes back holds each share once, at its greatest`() throws {
        var clock = try #require(
            RowClock([
                entry(Dot(a, 2), .row, [share(4, 7, 1)]), entry(Dot(b, 1), .row, [share(4, 5, 3)]),
                entry(Dot(b, 2), [.row, .deletion], []),
            ])
        )
        clock.stamp(.field(1), dot: Dot(a, 3), time: time)
        #expect(clock.entries == [entry(Dot(a, 3), [.row, .field(1)], [share(4, 7, 3)])])
    }

    @Test func `a write under another name is the same write, and buries the new names`() {
        let write = ClockEntry(
            dot: Dot(a, 2),
            time: time,
            fields: [.row, .deletion],
            elements: [share(4, 7, 1)],
            buried: [Dot(a, 1), Dot(b, 3), Dot(b, 5)]
        )
        let renamed = write.renamed(
            Dot(b, 9),
            burying: [Dot(a, 1): Dot(b, 8), Dot(b, 5): Dot(a, 4)]
        )
        #expect(
            renamed
                == ClockEntry(
                    dot: Dot(b, 9),
                    time: time,
                    fields: [.row, .deletion],
                    elements: [share(4, 7, 1)],
                    buried: [Dot(a, 4), Dot(b, 3), Dot(b, 8)]
                )
        )
    }

    @Test func `a row that comes back leaves aside what its caller says, and later times too`()
        throws
    {
        let early = HybridTime(rawValue: 5)
        let late = HybridTime(rawValue: 9)
        var clock = try #require(
            RowClock([
                ClockEntry(dot: Dot(a, 1), time: late, fields: .field(1)),
                ClockEntry(dot: Dot(b, 1), time: early, fields: [.field(1), .field(2)]),
                entry(Dot(b, 2), [.row, .deletion], []),
            ])
        )
        // That field 2 is settled: there is nothing to leave aside, whatever the caller says.
        let aside: [Dot: FieldMask] = [Dot(a, 1): .field(1), Dot(b, 1): .field(2)]
        clock.stamp(.row, dot: Dot(a, 2), time: time, sparing: aside)
        #expect(
            clock.entries == [
                ClockEntry(dot: Dot(a, 1), time: late, fields: .field(1)),
                ClockEntry(
                    dot: Dot(a, 2),
                    time: HybridTime(rawValue: 6),
                    fields: [.row, .field(1), .field(2)]
                ),
            ]
        )
    }

    @Test func `a row that comes back bears the time of its write where that is the later`() throws
    {
        var clock = try #require(
            RowClock([
                entry(Dot(a, 1), .field(1), []), entry(Dot(b, 1), .field(1), []),
                entry(Dot(b, 2), [.row, .deletion], []),
            ])
        )
        let late = HybridTime(rawValue: 20)
        clock.stamp(.row, dot: Dot(a, 2), time: late)
        #expect(clock.entry(Dot(a, 2))?.time == late)
    }

    @Test func `of three versions the two that lose stay aside when the row comes back`() throws {
        var clock = try #require(
            RowClock([
                entry(Dot(a, 1), .field(1), []), entry(Dot(b, 1), .field(1), []),
                entry(Dot(ReplicaID(high: 0, low: 3), 1), .field(1), []),
                entry(Dot(b, 2), [.row, .deletion], []),
            ])
        )
        clock.stamp(.row, dot: Dot(a, 2), time: time)
        #expect(clock.versions(of: 1).map(\.dot) == [Dot(a, 1), Dot(b, 1), Dot(a, 2)])
        #expect(clock.winner(of: 1)?.time.rawValue == 2 && !clock.isMarkedDeleted)
    }

    @Test func `no time is later than the last`() throws {
        var clock = try #require(
            RowClock([
                entry(Dot(a, 1), .field(1), []),
                ClockEntry(dot: Dot(b, 1), time: HybridTime(rawValue: .max), fields: .field(1)),
                entry(Dot(b, 2), [.row, .deletion], []),
            ])
        )
        clock.stamp(.field(2), dot: Dot(a, 2), time: time)
        #expect(clock.versions(of: 1).map(\.dot) == [Dot(a, 1), Dot(a, 2)])
        #expect(clock.entry(Dot(a, 2))?.time == time)
    }

    @Test func `the same key under two tags is two cells`() {
        var clock = RowClock()
        clock.stamp([], adding: [share(4, 1, 0)], removing: [], dot: Dot(a, 1), time: time)
        clock.stamp([], adding: [share(5, 2, 0)], removing: [], dot: Dot(a, 2), time: time)
        #expect(clock.elements(of: 4) == [share(4, 1, 0)])
        #expect(clock.elements(of: 5) == [share(5, 2, 0)])
        clock.stamp([], adding: [], removing: [share(4, 0, 0)], dot: Dot(a, 3), time: time)
        #expect(clock.elements(of: 4).isEmpty && clock.elements(of: 5) == [share(5, 2, 0)])
    }
}
