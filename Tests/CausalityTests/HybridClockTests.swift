import Causality
import Testing

/// The clock of one replica, on a wall clock that misbehaves.
struct HybridClockTests {
    private static let hour: UInt64 = 3_600_000

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

    @Test func `a step back of one hour is small, one millisecond more is a correction`() {
        var clock = HybridClock(last: HybridTime(rawValue: (2 * Self.hour) << 16))
        #expect(clock.tick(at: Self.hour).rawValue == (2 * Self.hour) << 16 + 1)
        #expect(clock.tick(at: Self.hour - 1).rawValue == (Self.hour - 1) << 16)
    }

    @Test func `the counter runs over into the next millisecond, and the last moment holds`() {
        var clock = HybridClock(last: HybridTime(rawValue: 5 << 16 | 0xFFFF))
        #expect(clock.tick(at: 5) == HybridTime(rawValue: 6 << 16))
        var late = HybridClock(last: HybridTime(rawValue: .max))
        #expect(late.tick(at: .max).rawValue == .max)
        #expect(late.last.rawValue == .max)
    }

    @Test func `the first moment and the last that fit in forty-eight bits`() {
        var clock = HybridClock()
        #expect(clock.tick(at: 0).rawValue == 1)
        let last = HybridTime.maximumMilliseconds
        #expect(clock.tick(at: last) == HybridTime(milliseconds: last))
        #expect(clock.tick(at: .max) == HybridTime(milliseconds: last, counter: 1))
        #expect(clock.tick(at: last + 1) == HybridTime(milliseconds: last, counter: 2))
        #expect(HybridTime(milliseconds: 1 << 48) == nil)
        #expect(HybridTime(milliseconds: last, counter: .max)?.rawValue == .max)
        #expect(HybridTime(milliseconds: 0, counter: 7)?.counter == 7)
    }

    @Test func `a million random readings agree with milliseconds and counters kept apart`() {
        var random = SplitMix64(state: 6)
        // Readings in few milliseconds, an hour or more apart, so that they repeat and step back.
        let hours = (0..<4).map { UInt64($0) * Self.hour }
        var clock = HybridClock()
        var (milliseconds, counter) = (UInt64(0), 0)
        var repeats = 0
        for _ in 0..<Volume.cases {
            let isMove = random.below(16) == 0
            let reading = (isMove ? hours[random.below(4)] : milliseconds) + UInt64(random.below(3))
            if reading > milliseconds || reading + Self.hour < milliseconds {
                (milliseconds, counter) = (reading, 0)
            } else {
                repeats += 1
                counter += 1
                if counter > 0xFFFF { (milliseconds, counter) = (milliseconds + 1, 0) }
            }
            let time = clock.tick(at: reading)
            guard time.milliseconds == milliseconds, Int(time.counter) == counter else {
                Issue.record("\(reading) gave \(time), not \(milliseconds)+\(counter)")
                return
            }
        }
        #expect(repeats > Volume.cases / 4)
    }
}
