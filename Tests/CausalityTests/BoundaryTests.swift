import Causality
import Testing

/// The join and its parts at the edges of their numbers.
struct BoundaryTests {
    private static let counters: [UInt64] = [
        1, 1 << 16 - 1, 1 << 16, 1 << 31 - 1, 1 << 31, 1 << 32 - 1, 1 << 32, 1 << 53, 1 << 63 - 1,
    ]
    private static let times: [UInt64] = [0, 1, (1 << 48 - 1) << 16, .max]

    private let all = FieldMask(rawValue: .max).subtracting(.deletion)
    private let a = ReplicaID(high: 0, low: 0)
    private let b = ReplicaID(high: .max, low: .max)

    @Test(arguments: counters, times)
    func `a row of sixty-two fields is written, joined and replaced at every edge`(
        _ counter: UInt64,
        _ raw: UInt64
    ) {
        let time = HybridTime(rawValue: raw)
        var mine = ReplicaModel(
            clock: RowClock(fresh: ClockEntry(dot: Dot(a, counter), time: time, fields: all)),
            context: VersionVector([a: counter])
        )
        #expect(ReplicaModel.join(mine, ReplicaModel()) == mine)
        #expect(ReplicaModel.join(ReplicaModel(), mine) == mine)
        let theirs = ReplicaModel(
            clock: RowClock(fresh: ClockEntry(dot: Dot(b, counter), time: time, fields: all)),
            context: VersionVector([b: counter])
        )
        let joined = ReplicaModel.join(mine, theirs)
        #expect(joined == ReplicaModel.join(theirs, mine))
        #expect(joined.clock.contested.tags == Array(1...62))
        #expect(joined.clock.winner(of: 62)?.dot.replica == b)
        #expect(joined.clock.versions(of: 1).map(\.dot.replica) == [a, b])
        mine = joined
        mine.clock.stamp(all, dot: Dot(a, counter + 1), time: HybridTime(rawValue: 0))
        mine.context.include(Dot(a, counter + 1))
        #expect(ReplicaModel.join(theirs, mine) == mine && ReplicaModel.join(mine, joined) == mine)
        #expect(mine.clock.entries.map(\.dot) == [Dot(a, counter + 1)])
    }

    @Test(arguments: counters)
    func `shares at the edges keep the greater of both sums`(_ count: UInt64) {
        let small = Element(tag: 1, key: a.bytes, increments: count - 1, decrements: count)
        let large = Element(tag: 1, key: a.bytes, increments: count, decrements: count - 1)
        let both = Element(tag: 1, key: a.bytes, increments: count, decrements: count)
        #expect(small.merged(with: large) == both && large.merged(with: small) == both)
        #expect(both.merged(with: small) == both && both.merged(with: both) == both)
    }

    @Test func `a million random shares merge like pairs of greatest numbers`() {
        var random = SplitMix64(state: 9)
        var ties = 0
        func share() -> Element {
            let sums = (UInt64(random.below(3)), UInt64(random.below(3)))
            return Element(tag: 4, key: [1], increments: sums.0, decrements: sums.1)
        }
        for _ in 0..<Volume.cases {
            let (x, y, z) = (share(), share(), share())
            if x.increments == y.increments || x.decrements == y.decrements { ties += 1 }
            let xy = x.merged(with: y)
            guard xy.increments == max(x.increments, y.increments),
                xy.decrements == max(x.decrements, y.decrements), xy == y.merged(with: x),
                xy.merged(with: z) == x.merged(with: y.merged(with: z)), xy.merged(with: y) == xy
            else {
                Issue.record("\(x), \(y), \(z)")
                return
            }
        }
        #expect(ties > Volume.cases / 2)
    }

    @Test func `nothing joined with nothing is nothing, whoever has seen what`() {
        let knowing = ReplicaModel(clock: RowClock(), context: VersionVector([a: .max]))
        #expect(ReplicaModel.join(ReplicaModel(), ReplicaModel()) == ReplicaModel())
        #expect(ReplicaModel.join(knowing, ReplicaModel()) == knowing)
        #expect(RowClock([]) == RowClock())
        #expect(!RowClock().isMarkedDeleted && RowClock().isVisible(under: .deleteWins))
    }

    @Test func `the greatest counter and the greatest vector are seen like any other`() {
        var vector = VersionVector([a: .max])
        #expect(vector.covers(Dot(a, .max)) && !vector.covers(Dot(b, 1)))
        vector.include(Dot(a, 1 << 63 - 1))
        #expect(vector[a] == .max)
        #expect(vector.missing(toReach: VersionVector([a: .max])).isEmpty)
        let last = VersionVector([a: .max - 1]).missing(toReach: vector)
        #expect(last.map(\.1) == [.max ... .max])
        #expect(UInt64.max.addingClamped(1) == .max && UInt64(1).addingClamped(2) == 3)
    }
}
