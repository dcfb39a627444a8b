import Seams
import Synchronization
import Tenancy

/// The clock of all laptops of the demonstration: it stands where the story has come to.
final class DemoClock: WallClock {
    private let milliseconds = Mutex<UInt64>(0)

    /// Each reading is one second later than the one before: people do not type at once.
    func now() -> UInt64 {
        milliseconds.withLock { value in
            value += 1_000
            return value
        }
    }

    /// Puts the clock at an hour of a day.
    func set(_ day: CalendarDay, hour: UInt64) {
        milliseconds.withLock { value in
            value = UInt64(max(0, day.daysSinceEpoch)) * 86_400_000 + hour * 3_600_000
        }
    }
}
