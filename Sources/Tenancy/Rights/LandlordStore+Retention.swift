import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// What is kept without activity by default, in months.
    package static let retentionMonths = 24

    /// Where a day of activity stands: the collection, and the day as a text that begins with it.
    private static let activities: [(collection: String, day: String)] = [
        ("situation", "on_date"), ("identification", "coalesce(contacted_on, on_date)"),
        ("referral", "max(sent_on, coalesce(answered_on, ''), coalesce(honoured_on, ''))"),
        ("match", "max(coalesce(interview_on, ''), coalesce(positioned_on, ''))"),
        ("volunteer", "agreed_on"), ("outcome", "on_date"), ("rights_request", "received_on"),
        ("consent", "given_on"), ("barrier", "noted_on"),
        ("note", "date(written_at / 1000, 'unixepoch')"),
        ("follow_up", "max(coalesce(next_contact_on, ''), coalesce(contacted_on, ''))"),
        ("registration", "(SELECT starts_on FROM event WHERE event.id = event)"),
        ("attendance", "(SELECT starts_on FROM event WHERE event.id = event)"),
    ]

    /// The people whose last activity is so many months old or older, the oldest first; nothing is
    /// changed.
    ///
    /// Whoever was never accompanied is not among them: their file follows the ERP's.
    package func inactivePeople(
        months: Int = retentionMonths,
        limit: Int = .max
    ) throws -> [InactivePerson] {
        guard (1...600).contains(months), let edge = try currentDay().adding(months: -months)
        else { throw TenancyError(.badValue, "months without activity: 1 to 600") }
        return try replica.read { database in
            let roots = try TenantRoots(database)
            var last: [RecordID: String] = [:]
            for activity in Self.activities {
                let rows = try Row.fetchCursor(
                    database,
                    sql: """
                        SELECT tenant, max(\(activity.day)) AS _day
                        FROM \(activity.collection.quotedDatabaseIdentifier) GROUP BY tenant
                        """
                )
                while let row = try rows.next() {
                    guard let file = RecordID(row, "tenant"), let day = row["_day"] as String?,
                        !day.isEmpty
                    else { continue }
                    last[roots.root(of: file)] = max(last[roots.root(of: file)] ?? "", day)
                }
            }
            return try last.filter { $0.value <= edge.isoText }
                .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
                .prefix(limit)
                .compactMap { file, text in
                    guard let tenant = try Tenant.find(file, database),
                        let day = CalendarDay(isoText: String(text.prefix(10)))
                    else { return nil }
                    return InactivePerson(tenant: tenant, lastDay: day)
                }
        }
    }
}
