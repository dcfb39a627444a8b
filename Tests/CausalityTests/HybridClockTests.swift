import Causality
import Testing

/// The clock of one replica, on a wall clock that misbehaves.
struct HybridClockTests {
    @Test func `times grow while the wall clock stands still or steps back a little`() {
        var clock = HybridClock()
        let times = [1_000_000, 1_000_000, 999_000, 1_000_000, 1_000_001].map {
            clock.tick(at: UInt64($0))
        }
        #expect(times == times.sorted())
        #expect(Set(times).count == times.count)
        #expect(times.last?.milliseconds == 1_000_001)
    }

    @Test func `a clock set right after years in the future is followed`() {
        var clock = HybridClock()
        _ = clock.tick(at: 4_070_908_800_000)
        let corrected = clock.tick(at: 1_795_000_000_000)
        #expect(corrected.milliseconds == 1_795_000_000_000)
    }

    @Test func `the counter runs over into the next millisecond, and the last moment holds`() {
        var clock = HybridClock(last: HybridTime(rawValue: 5 << 16 | 0xFFFF))
        #expect(clock.tick(at: 5) == HybridTime(rawValue: 6 << 16))
        var late = HybridClock(last: HybridTime(rawValue: .max))
        #expect(late.tick(at: .max).rawValue == .max)
        #expect(HybridTime(milliseconds: 1 << 48) == nil)
    }
}
