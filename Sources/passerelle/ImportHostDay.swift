import HostSystem
import Seams
import Tenancy

/// The day on this machine.
enum ImportHostDay {
    /// The current day, UTC.
    static func today() throws -> CalendarDay {
        guard let day = CalendarDay(daysSinceEpoch: SystemClock().today) else {
            throw TenancyError(.badValue, "the clock of this machine shows no day: set it")
        }
        return day
    }
}
