import GRDB
import Records

/// One orientation as an agent reads it: whom, to whom, what came of it, and whether the partner may
/// be told.
package struct ReferralLine: Hashable, Sendable {
    /// After so many days without an answer the partner is asked again.
    package static let patience = 8

    package let id: RecordID
    /// The person's file, merges followed.
    package let tenant: Tenant
    package let partner: Partner
    package let theme: String?
    package let status: ReferralStatus
    package let sentOn: CalendarDay
    package let sentBy: String?
    package let answeredOn: CalendarDay?
    package let refusalReason: String?
    package let honouredOn: CalendarDay?
    package let remindedOn: CalendarDay?
    package let consent: ConsentStanding

    /// How many days ago it was sent.
    package func age(on today: CalendarDay) -> Int {
        today.daysSinceEpoch - sentOn.daysSinceEpoch
    }

    /// Whether the partner has been silent for ``patience`` days, since it was asked last.
    package func isReminderDue(on today: CalendarDay) -> Bool {
        let asked = max(sentOn, remindedOn ?? sentOn)
        return status == .open
            && today.daysSinceEpoch - asked.daysSinceEpoch >= Self.patience
    }

    init?(_ row: Row, _ tenant: Tenant, _ consent: ConsentStanding) {
        guard let id = RecordID(row, "id"), let partner = RecordID(row, "partner"),
            let status = (row["status"] as String?).flatMap(ReferralStatus.init(rawValue:)),
            let sentOn = (row["sent_on"] as String?).flatMap(CalendarDay.init(isoText:))
        else { return nil }
        let day = { (name: String) in
            (row[name] as String?).flatMap(CalendarDay.init(isoText:))
        }
        (self.id, self.tenant, self.status, self.sentOn) = (id, tenant, status, sentOn)
        (self.consent, theme, sentBy) = (consent, row["theme"], row["sent_by"])
        self.partner = Partner(
            id: partner,
            kind: (row["_kind"] as String?).flatMap(PartnerKind.init(code:)) ?? .other,
            name: row["_name"] ?? "?",
            communeCode: row["_commune"]
        )
        refusalReason = row["refusal_reason"]
        answeredOn = day("answered_on")
        honouredOn = day("honoured_on")
        remindedOn = day("reminded_on")
    }
}
