import Records

/// How somebody left the follow-up, and who checked it.
package struct OutcomeDraft: Sendable {
    package let tenant: RecordID
    package let kind: OutcomeKind
    package let day: CalendarDay
    package var contract: String?
    package var programme: String?
    package var verifiedBy: String?

    package init(_ tenant: RecordID, _ kind: OutcomeKind, on day: CalendarDay) {
        self.tenant = tenant
        self.kind = kind
        self.day = day
    }
}
