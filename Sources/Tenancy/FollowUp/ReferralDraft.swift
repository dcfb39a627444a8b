import Records

/// An orientation on its way to a partner.
package struct ReferralDraft: Sendable {
    package let tenant: RecordID
    package let partner: RecordID
    package let day: CalendarDay
    package var theme: String?
    package var programme: String?

    package init(_ tenant: RecordID, to partner: RecordID, on day: CalendarDay) {
        self.tenant = tenant
        self.partner = partner
        self.day = day
    }
}
