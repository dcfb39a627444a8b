import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// The list of an event, one line a person, by name.
    package func attendanceList(
        ofEvent id: RecordID,
        asOf day: CalendarDay? = nil
    ) throws -> [AttendanceLine] {
        _ = try event(id)
        let day = try day ?? currentDay()
        let versions = OpenVersions(try replica.conflicts())
        return try replica.read { database in
            let attendances = try Attendances(
                database,
                .event(id),
                asOf: day,
                try Persons(database),
                versions
            )
            return try attendances.people
                .compactMap { try Self.line($0.key, $0.value, attendances, database) }
                .sorted { ($0.name, $0.tenant) < ($1.name, $1.tenant) }
        }
    }

    private static func line(
        _ pair: Attendances.Pair,
        _ person: PersonAtEvent,
        _ attendances: Attendances,
        _ database: Database
    ) throws -> AttendanceLine? {
        guard let tenant = pair.person.id else { return nil }
        let status = person.status(isPast: attendances.events[pair.event]?.isPast ?? false)
        let isMarked = status.map { person.mark.map { PresenceStatus($0.status) } == $0 } ?? false
        return AttendanceLine(
            tenant: tenant,
            name: try name(ofTenant: tenant, in: database) ?? "?",
            registration: person.registration,
            status: status,
            method: isMarked ? person.mark?.method : nil,
            checkedAt: isMarked ? person.checkedAt : nil
        )
    }

    /// « Lucie Martin », nil where the file is not here.
    static func name(ofTenant id: RecordID, in database: Database) throws -> String? {
        try Row.fetchOne(
            database,
            sql: "SELECT first_name, last_name FROM tenant WHERE id = ?",
            arguments: [id.data]
        ).map { row in
            [row["first_name"] as String?, row["last_name"] as String?]
                .compactMap(\.self).joined(separator: " ")
        }
    }
}
