import GRDB
import Records
import ReplicaStore

/// What somebody asked for about their data, and when it is due.
package struct RightsRequest: Hashable, Sendable {
    package let id: RecordID
    package let tenant: RecordID
    package let kind: RightsKind
    package let receivedOn: CalendarDay
    /// A month later: the law's term.
    package let dueOn: CalendarDay
    package let status: RightsStatus
    package let closedOn: CalendarDay?
    package let notedBy: String
    /// What was answered, such as why it was refused.
    package let answer: String?

    static let columns =
        "id, tenant, kind, received_on, due_on, status, closed_on, noted_by, answer"

    init?(_ row: Row) {
        guard let id = RecordID(row, "id"), let tenant = RecordID(row, "tenant"),
            let kind = (row["kind"] as String?).flatMap(RightsKind.init(rawValue:)),
            let receivedOn = Self.day(row, "received_on"), let dueOn = Self.day(row, "due_on"),
            let status = (row["status"] as String?).flatMap(RightsStatus.init(rawValue:))
        else { return nil }
        self.id = id
        self.tenant = tenant
        self.kind = kind
        self.receivedOn = receivedOn
        self.dueOn = dueOn
        self.status = status
        closedOn = Self.day(row, "closed_on")
        notedBy = row["noted_by"] ?? ""
        answer = row["answer"]
    }

    /// Whether it waits past its day.
    package func isLate(on today: CalendarDay) -> Bool { status == .open && today > dueOn }

    /// Asked twice on one day is asked once, on every laptop.
    static func id(_ tenant: RecordID, _ kind: RightsKind, _ day: CalendarDay) -> RecordID {
        .natural(
            "rights_request",
            tenant.bytes,
            Array(kind.rawValue.utf8),
            Array(day.isoText.utf8)
        )
    }

    private static func day(_ row: Row, _ column: String) -> CalendarDay? {
        (row[column] as String?).flatMap(CalendarDay.init(isoText:))
    }
}
