import Records

/// How somebody was found for a programme (« repérage »).
package struct IdentificationDraft: Sendable {
    package let tenant: RecordID
    package let programme: String
    package let day: CalendarDay
    /// Where the agent met them: door, hall, market, phone.
    package var channel: String?
    package var wishesToWork: KnownWish?
    package var contactedOn: CalendarDay?

    /// Whether somebody wishes to work again.
    package enum KnownWish: String, CaseIterable, Sendable {
        case yes = "oui"
        case no = "non"
        case later = "plus_tard"
    }

    package init(_ tenant: RecordID, _ programme: String, on day: CalendarDay) {
        self.tenant = tenant
        self.programme = programme
        self.day = day
    }
}
