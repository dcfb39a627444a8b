import GRDB
import Records

/// What somebody agreed to, and whether they still do.
package struct Consent: Hashable, Sendable {
    package let id: RecordID
    package let purpose: ConsentPurpose
    /// The one partner that it is about; nil for all of them.
    package let partner: RecordID?
    package let givenOn: CalendarDay
    package let mode: ConsentMode
    package let noticeVersion: String?
    package let withdrawnOn: CalendarDay?
    package let notedBy: String?

    /// Reads a row; one that a later version wrote in other words is nil, and allows nothing.
    init?(_ row: Row) {
        guard let id = RecordID(row, "id"),
            let purpose = (row["purpose"] as String?).flatMap(ConsentPurpose.init(rawValue:)),
            let day = (row["given_on"] as String?).flatMap(CalendarDay.init(isoText:)),
            let mode = (row["mode"] as String?).flatMap(ConsentMode.init(rawValue:))
        else { return nil }
        (self.id, self.purpose, givenOn, self.mode) = (id, purpose, day, mode)
        partner = RecordID(row, "partner")
        noticeVersion = row["notice_version"]
        withdrawnOn = (row["withdrawn_on"] as String?).flatMap(CalendarDay.init(isoText:))
        notedBy = row["noted_by"]
    }
}
