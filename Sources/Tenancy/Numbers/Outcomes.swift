import GRDB

/// The outcome of each person: that of the latest day, of the same day the better one.
struct Outcomes {
    private var latest: [RowKey: (day: String, kind: OutcomeKind)] = [:]

    init(_ database: Database, _ scope: IndicatorScope, upTo last: String?, _ persons: Persons)
        throws
    {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT tenant, kind, on_date, programme FROM outcome
                WHERE ?1 IS NULL OR on_date <= ?1
                """,
            arguments: [last]
        )
        while let row = try rows.next() {
            guard scope.includes(programme: row[3]), let tenant = try RowKey(row, 0),
                let kind = (row[1] as String?).flatMap(OutcomeKind.init(rawValue:)),
                let day = row[2] as String?
            else { continue }
            let person = persons[tenant]
            guard let present = latest[person] else {
                latest[person] = (day, kind)
                continue
            }
            if (present.day, -present.kind.place) < (day, -kind.place) {
                latest[person] = (day, kind)
            }
        }
    }

    subscript(person: RowKey) -> OutcomeKind? { latest[person]?.kind }
}

extension OutcomeKind {
    /// The place in the closed list, the best first.
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
