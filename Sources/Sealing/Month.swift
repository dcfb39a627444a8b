/// A month of the calendar in UTC: what a receive key is made for.
package struct Month: Hashable, Sendable {
    /// The last month that has a number: December 9999.
    package static let maximum = 12 * 8_030 - 1
    /// How many days after its month a receive key is destroyed.
    package static let graceDays: Int64 = 45

    /// Months since January 1970.
    package let number: Int

    package init?(number: Int) {
        guard (0...Self.maximum).contains(number) else { return nil }
        self.number = number
    }

    /// The month in which a moment lies, in milliseconds since 1970; the last one has no end.
    package init(milliseconds: UInt64) {
        // Years of 400 begin on 1 March, so that the leap day comes last.
        let days = Int(min(milliseconds / 86_400_000, 2_932_896)) + 719_468
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let year = days / 146_097 * 400 + yearOfEra + (march < 10 ? 0 : 1)
        number = (year - 1_970) * 12 + (march + 2) % 12
    }

    /// When the month begins, in milliseconds since 1970.
    package var start: Int64 {
        let months = number + 1_970 * 12 - 2
        let (year, march) = (months / 12, months % 12)
        let days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * march + 2) / 5 - 719_468
        return Int64(days) * 86_400_000
    }

    /// Whether the receive keys of the month are to be destroyed at that moment.
    package func isOver(at milliseconds: UInt64) -> Bool {
        guard let next = Month(number: number + 1) else { return false }
        let end = next.start + Self.graceDays * 86_400_000
        return Int64(clamping: milliseconds) >= end
    }

    /// The month so many months later, nil past the end of the calendar.
    package func advanced(by months: Int) -> Month? { Month(number: number + months) }
}

extension Month: Comparable {
    package static func < (left: Month, right: Month) -> Bool { left.number < right.number }
}

extension Month: CustomStringConvertible {
    /// The month as `2026-11`.
    package var description: String {
        let month = number % 12 + 1
        return "\(number / 12 + 1_970)-\(month < 10 ? "0" : "")\(month)"
    }
}
