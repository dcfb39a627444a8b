import Causality
import Testing

/// A context that knows less than its own clock, as no honest replica has: nothing seen is lost.
struct DishonestContextTests {
    private let dot = Dot(ReplicaID(high: 0, low: 1), 1)
    private let members = [1, 2, 3].map { Element(tag: 3, key: [$0]) }

    private func clock(_ fields: FieldMask, _ elements: [Element], _ buried: [Dot] = []) -> RowClock
    {
        RowClock(
            fresh: ClockEntry(
                dot: dot,
                time: HybridTime(rawValue: 1),
                fields: fields,
                elements: elements,
                buried: buried
            )
        )
    }

    private func join(_ left: RowClock, _ right: RowClock, _ knows: Bool, _ other: Bool) -> RowClock
    {
        let (seen, unseen) = (VersionVector([dot.replica: 1]), VersionVector())
        return .join(left, seen: knows ? seen : unseen, right, seen: other ? seen : unseen)
    }

    @Test func `what a side holds beyond its context is kept`() {
        let left = clock([.row, .field(1)], Array(members[1...]))
        let right = clock([.row, .field(2)], Array(members[..<2]))
        #expect(join(left, right, false, false) == clock([.row, .field(1), .field(2)], members))
        #expect(join(left, right, true, true) == clock(.row, [members[1]]))
        #expect(join(left, right, true, false) == left)
        #expect(join(left, right, false, true) == right)
        for (mine, theirs) in [(true, true), (true, false), (false, true), (false, false)] {
            #expect(join(left, right, mine, theirs) == join(right, left, theirs, mine))
            #expect(join(left, left, mine, theirs) == left)
        }
    }

    @Test func `content under the same name as a mark of deletion outlives the next deletion`() {
        var clock = clock([.row, .field(1), .deletion], members, [Dot(dot.replica, 9)])
        let next = Dot(dot.replica, 2)
        clock.bury(dot: next, time: HybridTime(rawValue: 2))
        #expect(clock.entry(dot)?.fields == .field(1))
        #expect(clock.entry(dot)?.buried == [])
        #expect(clock.entry(next)?.buried == [dot])
    }

    @Test func `a mark of deletion comes with what it buried, from either side`() {
        let buried = [Dot(dot.replica, 9)]
        let marked = clock([.row, .deletion], [], buried)
        let plain = clock(.row, [])
        #expect(join(plain, marked, false, false) == marked)
        #expect(join(marked, plain, false, false) == marked)
        #expect(join(marked, plain, true, true) == plain)
        #expect(join(plain, marked, true, true) == plain)
    }
}
