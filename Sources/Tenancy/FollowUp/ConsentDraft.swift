import Records

/// A consent that somebody gives.
package struct ConsentDraft: Sendable {
    package let tenant: RecordID
    package let purpose: ConsentPurpose
    package let day: CalendarDay
    package let mode: ConsentMode
    /// The one partner that it is about; nil for all of them.
    package var partner: RecordID?
    package var noticeVersion = ConsentNotice.current

    package init(
        of tenant: RecordID,
        _ purpose: ConsentPurpose,
        on day: CalendarDay,
        _ mode: ConsentMode
    ) {
        self.tenant = tenant
        self.purpose = purpose
        self.day = day
        self.mode = mode
    }
}
