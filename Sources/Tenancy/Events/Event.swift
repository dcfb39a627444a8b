import GRDB
import Records

/// Something that happens on a day, to which people come.
package struct Event: Hashable, Sendable {
    package let id: RecordID
    package let kind: EventKind
    package let name: String
    /// The code of the programme that it belongs to.
    package let programme: String?
    package let day: CalendarDay
    package let startTime: String?
    package let place: String?
    package let communeCode: String?
    package let qpvCode: String?
    package let capacity: Int?
    package let status: EventStatus

    /// Whether nobody can be registered any more.
    package var isOver: Bool { status == .closed || status == .cancelled }

    /// Reads a row; one that a later version wrote in other words is nil.
    init?(_ row: Row) {
        guard let id = RecordID(row, "id"),
            let kind = (row["kind"] as String?).flatMap(EventKind.init(rawValue:)),
            let day = (row["starts_on"] as String?).flatMap(CalendarDay.init(isoText:)),
            let status = (row["status"] as String?).flatMap(EventStatus.init(rawValue:))
        else { return nil }
        self.id = id
        self.kind = kind
        self.day = day
        self.status = status
        name = row["name"] ?? ""
        programme = row["programme"]
        startTime = row["start_time"]
        place = row["place"]
        communeCode = row["commune_code"]
        qpvCode = row["qpv_code"]
        capacity = row["capacity"]
    }

    /// The event of an identity, or a refusal.
    static func required(_ id: RecordID, in database: Database) throws -> Event {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT * FROM event WHERE id = ?",
            arguments: [id.data]
        )
        guard let row else { throw TenancyError(.notFound, "there is no such event") }
        guard let event = Event(row) else {
            throw TenancyError(.badValue, "the event was written by a later version: upgrade")
        }
        return event
    }
}
