import Causality
import Testing

/// The orders that every replica must share are total, on domains where ties are the rule.
struct OrderTests {
    /// Whether `<` is what `key` says, for a million random pairs; how many pairs were equal.
    private func ties<Value: Equatable>(
        _ draw: (inout SplitMix64) -> Value,
        by precedes: (Value, Value) -> Bool,
        key: (Value) -> [UInt64]
    ) -> Int? {
        var random = SplitMix64(state: 7)
        var ties = 0
        for _ in 0..<Volume.cases {
            let (left, right) = (draw(&random), draw(&random))
            let (one, other) = (key(left), key(right))
            if one == other { ties += 1 }
            guard precedes(left, right) == one.lexicographicallyPrecedes(other),
                precedes(right, left) == other.lexicographicallyPrecedes(one),
                (left == right) == (one == other)
            else {
                Issue.record("\(left) and \(right)")
                return nil
            }
        }
        return ties
    }

    private static let edges: [UInt64] = [0, 1, 255, 256, 1 << 31, 1 << 32, 1 << 53, 1 << 63, .max]

    private static func identifier(_ random: inout SplitMix64) -> ReplicaID {
        ReplicaID(high: UInt64(random.below(2)), low: edges[random.below(3)])
    }

    private static func dot(_ random: inout SplitMix64) -> Dot {
        Dot(identifier(&random), UInt64(random.below(2)))
    }

    private static func key(_ dot: Dot) -> [UInt64] {
        [dot.replica.high, dot.replica.low, dot.counter]
    }

    @Test func `replicas stand in the order of their bytes`() throws {
        let equal = ties(Self.identifier, by: <) { $0.bytes.map(UInt64.init) }
        #expect(try #require(equal) > Volume.cases / 10)
    }

    @Test func `dots stand by replica, then by counter`() throws {
        #expect(try #require(ties(Self.dot, by: <, key: Self.key)) > Volume.cases / 20)
    }

    @Test func `times stand by milliseconds, then by counter, at every edge`() throws {
        let equal = ties(
            { HybridTime(rawValue: Self.edges[$0.below(Self.edges.count)]) },
            by: <,
            key: { [$0.milliseconds, UInt64($0.counter)] }
        )
        #expect(try #require(equal) > Volume.cases / 10)
    }

    @Test func `elements stand by tag, then by the bytes of their keys`() throws {
        let equal = ties(
            { random in
                let key = (0..<random.below(3)).map { _ in [0, 255][random.below(2)] as UInt8 }
                return Element(tag: UInt8(random.below(2)), key: key)
            },
            by: <,
            // One more than each byte, so that the end of a key sorts first in one list of numbers.
            key: { [UInt64($0.tag)] + $0.key.map { UInt64($0) + 1 } }
        )
        #expect(try #require(equal) > Volume.cases / 12)
    }

    @Test func `versions stand by time, then by replica, then by counter`() throws {
        let equal = ties(
            { random in
                ClockEntry(
                    dot: Self.dot(&random),
                    time: HybridTime(rawValue: UInt64(random.below(2))),
                    fields: .row
                )
            },
            by: ClockEntry.precedes,
            key: { [$0.time.rawValue] + Self.key($0.dot) }
        )
        #expect(try #require(equal) > Volume.cases / 32)
    }

    @Test func `a million clocks are the same value whatever the order of their entries`() {
        var random = SplitMix64(state: 8)
        var (twins, contests) = (0, 0)
        for _ in 0..<Volume.cases {
            let entries = (0..<3).map { _ in
                ClockEntry(
                    dot: Self.dot(&random),
                    time: HybridTime(rawValue: UInt64(random.below(2))),
                    fields: FieldMask(rawValue: UInt64(random.below(8)))
                )
            }
            let live = entries.filter { !$0.fields.isEmpty }
            let isTwin = Set(live.map(\.dot)).count < live.count
            twins += isTwin ? 1 : 0
            let clock = RowClock(entries)
            guard (clock == nil) == isTwin, clock == RowClock(entries.reversed()),
                clock.map({ $0.entries.map(\.dot) == live.map(\.dot).sorted() }) ?? true,
                clock.map({ shows($0, live) }) ?? true
            else {
                Issue.record("\(entries)")
                return
            }
            if clock?.contested.isEmpty == false { contests += 1 }
        }
        #expect(twins > Volume.cases / 10 && contests > Volume.cases / 3)
    }

    /// Whether the clock shows for each field the last of its versions, and names the contested.
    private func shows(_ clock: RowClock, _ live: [ClockEntry]) -> Bool {
        [UInt8(1), 2].allSatisfy { tag in
            let versions = live.filter { $0.fields.contains(.field(tag)) }.sorted {
                let (left, right) = ($0.time.rawValue, $1.time.rawValue)
                return ([left] + Self.key($0.dot)).lexicographicallyPrecedes(
                    [right] + Self.key($1.dot)
                )
            }
            return clock.versions(of: tag) == versions && clock.winner(of: tag) == versions.last
                && clock.contested.contains(.field(tag)) == (versions.count > 1)
                && clock.fields.contains(.field(tag)) == !versions.isEmpty
        } && clock.contested.isSubset(of: [.field(1), .field(2)])
    }
}
