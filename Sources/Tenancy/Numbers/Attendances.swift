import GRDB
import Records

/// Who was to come and who came, per person and event, read in one pass over the lists.
struct Attendances {
    /// One person at one event.
    struct Pair: Hashable {
        let event: RowKey
        let person: RowKey
    }

    /// One person seen at one stop of a Rallye.
    struct Passage: Hashable {
        let pair: Pair
        let stop: RowKey
    }

    private(set) var events: [RowKey: EventFact] = [:]
    private(set) var people: [Pair: PersonAtEvent] = [:]
    private(set) var passages: Set<Passage> = []
    /// The first registration of each person, or the first event at which they have a mark.
    private(set) var firstHeard: [RowKey: UInt64] = [:]
    let persons: Persons
    private let versions: OpenVersions

    init(
        _ database: Database,
        _ scope: IndicatorScope,
        asOf day: CalendarDay,
        upTo last: String? = nil,
        _ persons: Persons,
        _ versions: OpenVersions
    ) throws {
        self.persons = persons
        self.versions = versions
        try readEvents(database, scope, asOf: day, upTo: last)
        try readRegistrations(database, scope)
        try readMarks(database, scope)
    }

    private mutating func readEvents(
        _ database: Database,
        _ scope: IndicatorScope,
        asOf day: CalendarDay,
        upTo last: String?
    ) throws {
        let columns = "SELECT id, kind, starts_on, status FROM event"
        let rows =
            switch scope {
            case .landlord: try Row.fetchCursor(database, sql: columns)
            case .programme(let code):
                try Row.fetchCursor(
                    database,
                    sql: columns + " WHERE programme = ?",
                    arguments: [code]
                )
            case .event(let id):
                try Row.fetchCursor(database, sql: columns + " WHERE id = ?", arguments: [id.data])
            }
        while let row = try rows.next() {
            guard let event = try EventFact(row, asOf: day) else { continue }
            if let last, let start = row[2] as String?, start > last { continue }
            events[event.key] = event
        }
    }

    private mutating func readRegistrations(_ database: Database, _ scope: IndicatorScope) throws {
        let rows = try Self.rows(
            database,
            "SELECT event, tenant, status, registered_at, id FROM registration",
            scope
        )
        while let row = try rows.next() {
            guard let event = try RowKey(row, 0).flatMap({ events[$0] }),
                let tenant = try RowKey(row, 1), let id = try RowKey(row, 4),
                let status = (row[2] as String?).flatMap(RegistrationStatus.init(rawValue:))
            else { continue }
            let shown = UInt64(clamping: row[3] as Int64? ?? 0)
            let moment = versions.registeredAt(id, shown: shown)
            guard moment < event.start else { continue }
            let pair = Pair(event: event.key, person: persons[tenant])
            hear(pair.person, at: moment)
            people[pair, default: PersonAtEvent()].add(event.isCancelled ? .revoked : status)
        }
    }

    private mutating func hear(_ person: RowKey, at moment: UInt64) {
        guard moment < firstHeard[person] ?? .max else { return }
        firstHeard[person] = moment
    }

    private mutating func readMarks(_ database: Database, _ scope: IndicatorScope) throws {
        let rows = try Self.rows(
            database,
            "SELECT event, tenant, mark, checked_at, id, stop FROM attendance",
            scope
        )
        while let row = try rows.next() {
            guard let event = try RowKey(row, 0).flatMap({ events[$0] }),
                let tenant = try RowKey(row, 1), let id = try RowKey(row, 4),
                let mark = (row[2] as String?).flatMap(AttendanceMark.init(code:))
            else { continue }
            let pair = Pair(event: event.key, person: persons[tenant])
            let isOpen = versions.marks.contains(id)
            let moment = (row[3] as Int64?).flatMap(UInt64.init(exactly:))
            hear(pair.person, at: event.start)
            people[pair, default: PersonAtEvent()].add(mark, at: moment, isOpen: isOpen)
            if event.isRally, !isOpen, mark.status == .seen, let stop = try RowKey(row, 5) {
                passages.insert(Passage(pair: pair, stop: stop))
            }
        }
    }

    static func rows(
        _ database: Database,
        _ columns: String,
        _ scope: IndicatorScope
    ) throws -> RowCursor {
        guard case .event(let id) = scope else {
            return try Row.fetchCursor(database, sql: columns)
        }
        return try Row.fetchCursor(
            database,
            sql: columns + " WHERE event = ?",
            arguments: [id.data]
        )
    }
}
