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
        left.include(Dot(a, 0))
        left.include(Dot(ReplicaID(high: 0, low: 0), 0))
        #expect(left == VersionVector([a: 5, b: 2]))
        #expect(VersionVector([a: 0]).isEmpty && VersionVector([a: 0]) == VersionVector())
        #expect(left[a] == 5 && left[ReplicaID(high: 9, low: 9)] == 0)
        #expect(left.description == "{00000000:5, 00000000:2}")
    }

    @Test func `what is missing is named by replica and range, and counted without overflow`() {
        let base = VersionVector([a: 3])
        let target = VersionVector([a: 7, b: 2])
        let missing = base.missing(toReach: target)
        #expect(missing.map(\.0) == [a, b])
        #expect(missing.map(\.1) == [4...7, 1...2])
        #expect(target.writes(since: base) == 6)
        #expect(target.writes(since: target) == 0)
        #expect(VersionVector([a: .max]).writes(since: VersionVector([a: .max - 1])) == 1)
        #expect(VersionVector([a: .max, b: .max]).writes(since: VersionVector()) == nil)
    }

    @Test func `a vector is lowered for one replica, and never raised`() {
        let vector = VersionVector([a: 7, b: 2])
        #expect(vector.lowered(a, to: 3) == VersionVector([a: 3, b: 2]))
        #expect(vector.lowered(a, to: 7) == vector)
        #expect(vector.lowered(a, to: 9) == vector)
        #expect(vector.lowered(a, to: 0) == VersionVector([b: 2]))
        #expect(vector.lowered(ReplicaID(high: 9, low: 9), to: 4) == vector)
    }

    @Test func `a million random pairs agree with plain tables of counters`() {
        var random = SplitMix64(state: 4)
        var ties = 0
        for _ in 0..<Volume.cases {
            let left = table(&random)
            let right = table(&random)
            if zip(left, right).contains(where: { $0 == $1 && $0 > 0 }) { ties += 1 }
            guard agrees(left, right) else {
                Issue.record("\(left) and \(right)")
                return
            }
        }
        #expect(ties > Volume.cases / 2)
    }

    /// Counters of five replicas from a domain so small that equal ones are common.
    private func table(_ random: inout SplitMix64) -> [UInt64] {
        (0..<5).map { _ in UInt64(random.below(4)) }
    }

    private func vector(_ table: [UInt64]) -> VersionVector {
        VersionVector(
            Dictionary(
                uniqueKeysWithValues: table.indices.map { (ReplicaModel.replica($0), table[$0]) }
            )
        )
    }

    private func agrees(_ left: [UInt64], _ right: [UInt64]) -> Bool {
        let (one, other) = (vector(left), vector(right))
        let pairs = Array(zip(left, right))
        let missing = pairs.indices.filter { pairs[$0].1 > pairs[$0].0 }
        var gathered = one
        for index in right.indices.reversed() {
            gathered.include(Dot(ReplicaModel.replica(index), right[index]))
        }
        let found = one.missing(toReach: other)
        return one.union(other) == vector(pairs.map { max($0, $1) })
            && gathered == one.union(other) && gathered == other.union(one)
            && one.intersection(other) == vector(pairs.map { min($0, $1) })
            && one.covers(other) == pairs.allSatisfy { $0 >= $1 }
            && pairs.indices.allSatisfy {
                one[ReplicaModel.replica($0)] == left[$0]
                    && one.covers(Dot(ReplicaModel.replica($0), right[$0]))
                        == (left[$0] >= right[$0])
            }
            && found.map(\.0) == missing.map(ReplicaModel.replica)
            && found.map(\.1) == missing.map { (left[$0] + 1)...right[$0] }
            && one.writes(since: other) == pairs.reduce(0) { $0 + ($1.0 > $1.1 ? $1.0 - $1.1 : 0) }
            && one.isEmpty == left.allSatisfy { $0 == 0 }
    }
}
