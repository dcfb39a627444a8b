import Causality
import ReplicaStore
import Testing

/// The short join of plain clocks does what the join of all clocks does.
struct PlainClockTests {
    private static let replicas = (0..<3).map { ReplicaID(high: 0, low: $0) }

    private struct Draw {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }

        /// A clock in both forms, of writes that the vector covers.
        mutating func clocks(_ seen: [UInt64]) -> (plain: PlainClock, whole: RowClock) {
            var plain = PlainClock()
            var entries: [ClockEntry] = []
            for place in seen.indices where seen[place] > 0 {
                for counter in 1...seen[place] where below(2) == 0 {
                    // The same dot is the same write on both sides, of which each still holds some fields.
                    let fields = UInt64(1 + below(15))
                    let time = counter * 10 + UInt64(place)
                    let write = PlainClock.Write(
                        place: place,
                        counter: counter,
                        time: time,
                        fields: fields
                    )
                    guard plain.append(write) else { break }
                    entries.append(
                        ClockEntry(
                            dot: Dot(PlainClockTests.replicas[place], counter),
                            time: HybridTime(rawValue: time),
                            fields: FieldMask(rawValue: fields)
                        )
                    )
                }
            }
            return (plain, RowClock(entries) ?? RowClock())
        }
    }

    private static func vector(_ seen: [UInt64]) -> VersionVector {
        VersionVector(Dictionary(uniqueKeysWithValues: zip(replicas, seen)))
    }

    private static func whole(_ clock: PlainClock) -> RowClock? {
        RowClock(
            (0..<clock.count).map { index in
                ClockEntry(
                    dot: Dot(replicas[clock[index].place], clock[index].counter),
                    time: HybridTime(rawValue: clock[index].time),
                    fields: FieldMask(rawValue: clock[index].fields)
                )
            }
        )
    }

    @Test func `100,000 joins agree with the join of all clocks`() throws {
        var draw = Draw(state: 7)
        var kinds: Set<Int> = []
        for _ in 0..<100_000 {
            let mySeen = (0..<3).map { _ in UInt64(draw.below(3)) }
            let theirSeen = (0..<3).map { _ in UInt64(draw.below(3)) }
            let mine = draw.clocks(mySeen)
            let theirs = draw.clocks(theirSeen)
            let joined = try #require(
                PlainClock.join(mine.plain, seen: mySeen, theirs.plain, seen: theirSeen)
            )
            let expected = RowClock.join(
                mine.whole,
                seen: Self.vector(mySeen),
                theirs.whole,
                seen: Self.vector(theirSeen)
            )
            guard Self.whole(joined) == expected else {
                Issue.record("\(mine.whole) and \(theirs.whole) join otherwise")
                return
            }
            kinds.insert(joined.count)
        }
        #expect(kinds.isSuperset(of: 0...4))
    }

    @Test func `too many writes, and two under one name, are left to the long way`() {
        var clock = PlainClock()
        for counter in 1...UInt64(PlainClock.capacity) {
            let isTaken = clock.append(PlainClock.Write(counter: counter, fields: 1))
            #expect(isTaken)
        }
        let isOneTooMany = clock.append(PlainClock.Write(counter: 99, fields: 1))
        #expect(!isOneTooMany)
        var other = PlainClock()
        let isAnotherTaken = other.append(PlainClock.Write(counter: 1, time: 5, fields: 1))
        #expect(isAnotherTaken)
        #expect(PlainClock.join(clock, seen: [8], other, seen: [1]).map(\.count) == nil)
        var disordered = PlainClock()
        let isFirstTaken = disordered.append(PlainClock.Write(counter: 2, fields: 1))
        let isSecondTaken = disordered.append(PlainClock.Write(counter: 2, fields: 1))
        #expect(isFirstTaken && !isSecondTaken)
    }
}
