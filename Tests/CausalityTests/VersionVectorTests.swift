import Causality
import Testing

/// Knowledge as a value: order, union, what is missing.
struct VersionVectorTests {
    private let a = ReplicaID(high: 0, low: 1)
    private let b = ReplicaID(high: 0, low: 2)

    @Test func `equal knowledge is an equal value, however it was gathered`() {
        var left = VersionVector()
        left.include(Dot(b, 2))
        left.include(Dot(a, 5))
        left.include(Dot(b, 1))
        #expect(left == VersionVector([a: 5, b: 2]))
        #expect(VersionVector([a: 0]).isEmpty)
    }

    @Test func `covering is a partial order with union as its least upper bound`() {
        let every = (0...2).flatMap { x in
            (0...2).map { VersionVector([a: UInt64(x), b: UInt64($0)]) }
        }
        for left in every {
            for right in every {
                let union = left.union(right)
                #expect(union.covers(left) && union.covers(right))
                for other in every where other.covers(left) && other.covers(right) {
                    #expect(other.covers(union))
                }
                if left.covers(right) && right.covers(left) { #expect(left == right) }
            }
        }
    }

    @Test func `what is missing is named by replica and range, and counted without overflow`() {
        let base = VersionVector([a: 3])
        let target = VersionVector([a: 7, b: 2])
        let missing = base.missing(toReach: target)
        #expect(missing.map(\.0) == [a, b])
        #expect(missing.map(\.1) == [4...7, 1...2])
        #expect(target.writes(since: base) == 6)
        #expect(VersionVector([a: .max, b: .max]).writes(since: VersionVector()) == nil)
    }
}
