import GRDB
import Records

/// Who was to come and who came to the events of an export.
struct ExportLists {
    /// The events, by their identity.
    let events: [RowKey: Event]
    /// The people at each of them.
    private(set) var people: [RowKey: [(person: RowKey, at: PersonAtEvent)]] = [:]
    private let hasPassed: Set<RowKey>

    init(
        _ database: Database,
        _ scope: ExportScope,
        asOf day: CalendarDay,
        _ persons: Persons,
        _ versions: OpenVersions
    ) throws {
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM event")
        let wanted = rows.compactMap(Event.init).filter(scope.includes)
        events = Dictionary(wanted.map { (RowKey($0.id), $0) }) { first, _ in first }
        let lists = try Attendances(
            database,
            scope.programme.map { .programme($0) } ?? .landlord,
            asOf: day,
            persons,
            versions
        )
        hasPassed = Set(lists.events.filter(\.value.isPast).keys)
        for (pair, person) in lists.people where events[pair.event] != nil {
            people[pair.event, default: []].append((pair.person, person))
        }
    }

    /// The events in which somebody stands, by day.
    var order: [(key: RowKey, event: Event)] {
        people.keys.compactMap { key in events[key].map { (key, $0) } }
            .sorted { ($0.1.day, $0.1.id) < ($1.1.day, $1.1.id) }
    }

    func status(_ person: PersonAtEvent, at event: RowKey) -> PresenceStatus? {
        person.status(isPast: hasPassed.contains(event))
    }
}
