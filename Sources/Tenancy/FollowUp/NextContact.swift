import Records

/// When a person is to be called, why and by whom, and when they were last.
package struct NextContact: Hashable, Sendable {
    package var referent: String?
    package var day: CalendarDay?
    package var reason: String?
    package var contactedOn: CalendarDay?

    package init(
        referent: String? = nil,
        day: CalendarDay? = nil,
        reason: String? = nil,
        contactedOn: CalendarDay? = nil
    ) {
        self.referent = referent
        self.day = day
        self.reason = reason
        self.contactedOn = contactedOn
    }

    /// Whether the day has passed; the day itself is not late.
    package func isOverdue(on today: CalendarDay) -> Bool { day.map { $0 < today } ?? false }
}
