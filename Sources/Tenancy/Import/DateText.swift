/// Reads the ways in which an ERP or a spreadsheet writes a day.
///
/// - dd/mm/yyyy, d/m/yyyy, and the same with hyphens or dots; yyyy-mm-dd likewise.
/// - Two-digit years: 20yy unless that day lies after today, then 19yy.
/// - Spreadsheet serial numbers of five digits (1900 calendar: 10 000 is 18 May 1927). Four
///   digits are not taken: `1980` is more often a year than the fourth of June 1905.
/// - A time after the day: midnight only, since any other may hide a shift of time zone.
package enum DateText {
    /// What the text turned out to be.
    package enum Reading: Equatable {
        case day(CalendarDay)
        case serial(CalendarDay)
        case twoDigitYear(CalendarDay)
        /// The shape of a day, but no such day: 31/02/1980.
        case impossible
        case unreadable
    }

    /// Which time may follow the day.
    package enum TimeRule {
        case midnight
        case any
    }

    package static func read(_ text: String, today: CalendarDay, time: TimeRule = .midnight)
        -> Reading
    {
        let bytes = Array(text.utf8)
        let dayEnd = bytes.firstIndex { $0 == Ascii.space || $0 | 0x20 == 0x74 } ?? bytes.count
        guard isTime(bytes[dayEnd...].dropFirst(), rule: time) else { return .unreadable }
        let day = bytes[..<dayEnd]
        guard let separator = day.first(where: { !Ascii.isDigit($0) }) else {
            return readSerial(day)
        }
        guard [Ascii.slash, Ascii.hyphen, Ascii.period].contains(separator) else {
            return .unreadable
        }
        let parts = day.split(separator: separator, omittingEmptySubsequences: false)
        return readParts(parts, today: today)
    }

    private static func readParts(_ parts: [ArraySlice<UInt8>], today: CalendarDay) -> Reading {
        let numbers = parts.compactMap { Ascii.number($0) }
        guard parts.count == 3, numbers.count == 3, parts[1].count <= 2 else {
            return .unreadable
        }
        switch (parts[0].count, parts[2].count) {
        case (4, 1...2): return day(numbers[0], numbers[1], numbers[2])
        case (1...2, 4): return day(numbers[2], numbers[1], numbers[0])
        case (1...2, 2): return shortYear(numbers[2], numbers[1], numbers[0], today: today)
        default: return .unreadable
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Reading {
        CalendarDay(year: year, month: month, day: day).map(Reading.day) ?? .impossible
    }

    private static func shortYear(
        _ year: Int,
        _ month: Int,
        _ day: Int,
        today: CalendarDay
    ) -> Reading {
        let century = today.year / 100 * 100
        let candidates = [century + year, century - 100 + year].compactMap {
            CalendarDay(year: $0, month: month, day: day)
        }
        return candidates.first { $0 <= today }.map(Reading.twoDigitYear) ?? .impossible
    }

    /// Day 25 569 of the 1900 calendar is 1 January 1970.
    private static func readSerial(_ digits: ArraySlice<UInt8>) -> Reading {
        guard digits.count == 5, digits.first != Ascii.zero, let serial = Ascii.number(digits)
        else { return .unreadable }
        return CalendarDay(daysSinceEpoch: serial - 25_569).map(Reading.serial) ?? .unreadable
    }

    private static func isTime(_ bytes: ArraySlice<UInt8>, rule: TimeRule) -> Bool {
        if bytes.isEmpty { return true }
        guard bytes.contains(Ascii.colon) else { return false }
        return bytes.allSatisfy { byte in
            let isMark = byte == Ascii.colon || byte == Ascii.period || byte | 0x20 == 0x7A
            return isMark || byte == Ascii.zero || rule == .any && Ascii.isDigit(byte)
        }
    }
}
