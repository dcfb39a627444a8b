/// The time of day in metropolitan France: an hour ahead of UTC, two in summer.
///
/// An event is on a day as people there live it, and a write carries a moment; this joins the two.
package enum FrenchTime {
    private static let hour: Int64 = 3_600_000
    private static let day = 24 * hour
    /// The end of year 9999: moments are never later.
    private static let last: Int64 = 253_402_300_799_999

    /// The day in France at a moment.
    package static func day(of milliseconds: UInt64) -> CalendarDay? {
        let local = local(milliseconds)
        return CalendarDay(daysSinceEpoch: Int(local / day))
    }

    /// The moment at which a clock in France shows that hour, nil where there is no such hour.
    package static func milliseconds(of date: CalendarDay, hour: Int, minute: Int) -> UInt64? {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        let local =
            Int64(date.daysSinceEpoch) * day + Int64(hour) * Self.hour + Int64(minute) * 60_000
        let moment = local - Self.hour
        // In the hour that is lived twice, the second one is meant.
        let shifted = isSummer(moment - Self.hour) ? moment - Self.hour : moment
        return UInt64(exactly: shifted)
    }

    /// « 2026-02-10 09:05 », in France.
    package static func text(_ milliseconds: UInt64) -> String {
        guard let date = day(of: milliseconds) else { return "?" }
        let minutes = Int(local(milliseconds) % day / 60_000)
        return "\(date.isoText) \(two(minutes / 60)):\(two(minutes % 60))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func local(_ milliseconds: UInt64) -> Int64 {
        let moment = min(Int64(clamping: milliseconds), last - 2 * hour)
        return moment + (isSummer(moment) ? 2 : 1) * hour
    }

    /// Summer time runs between the last Sundays of March and October, each at 01:00 UTC.
    private static func isSummer(_ moment: Int64) -> Bool {
        guard moment >= 0, let today = CalendarDay(daysSinceEpoch: Int(moment / day)),
            let start = lastSunday(of: 3, today.year), let end = lastSunday(of: 10, today.year)
        else { return false }
        return (start + hour..<end + hour).contains(moment)
    }

    private static func lastSunday(of month: Int, _ year: Int) -> Int64? {
        guard let end = CalendarDay(year: year, month: month, day: 31)?.daysSinceEpoch else {
            return nil
        }
        // 1 January 1970 was a Thursday.
        return Int64(end - (end + 4) % 7) * day
    }
}
