import GRDB
import Records
import Region
import ReplicaStore

extension LandlordStore {
    /// How the worksites stand today; those of one programme, where it is named.
    package func worksiteStates(programme: String? = nil) throws -> [WorksiteState] {
        let today = try currentDay()
        return try replica.read { database in
            let persons = try Persons(database)
            return try Self.worksites(programme: programme, in: database).map {
                try Self.state(of: $0, today, persons, database)
            }
        }
    }

    /// How one worksite stands today.
    package func worksiteState(_ id: RecordID) throws -> WorksiteState {
        let today = try currentDay()
        return try replica.read { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT * FROM worksite WHERE id = ?",
                arguments: [id.data]
            )
            guard let worksite = row.flatMap(Worksite.init) else {
                throw TenancyError(.notFound, "there is no such worksite")
            }
            return try Self.state(of: worksite, today, try Persons(database), database)
        }
    }

    private static func state(
        of worksite: Worksite,
        _ today: CalendarDay,
        _ persons: Persons,
        _ database: Database
    ) throws -> WorksiteState {
        let volunteers = try volunteers(of: worksite, persons, database)
        let matches = try matches(of: worksite, persons, database)
        return WorksiteState(
            worksite: worksite,
            volunteers: volunteers.count,
            volunteersNearby: try nearby(volunteers, worksite, database),
            proposed: matches.proposed.count,
            positioned: matches.positioned.count,
            hired: matches.hired.count,
            monthsToStart: worksite.start.flatMap { today.wholeMonths(to: $0) }
        )
    }

    private static func volunteers(
        of worksite: Worksite,
        _ persons: Persons,
        _ database: Database
    ) throws -> Set<RowKey> {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT tenant FROM volunteer WHERE worksite = ? AND withdrawn_on IS NULL",
            arguments: [worksite.id.data]
        )
        var found: Set<RowKey> = []
        while let row = try rows.next() {
            if let tenant = try RowKey(row, 0) { found.insert(persons[tenant]) }
        }
        return found
    }

    /// How many of some persons live in the EPCI of a worksite, as the communes stand today.
    private static func nearby(
        _ people: Set<RowKey>,
        _ worksite: Worksite,
        _ database: Database
    ) throws -> Int {
        guard let epci = worksite.communeCode.flatMap(Communes.current)?.epci else { return 0 }
        return try people.count { person in
            guard let id = person.id else { return false }
            let code = try String.fetchOne(
                database,
                sql: "SELECT commune_code FROM tenant WHERE id = ?",
                arguments: [id.data]
            )
            return code.flatMap(Communes.current)?.epci == epci
        }
    }

    private static func matches(
        of worksite: Worksite,
        _ persons: Persons,
        _ database: Database
    ) throws -> (proposed: Set<RowKey>, positioned: Set<RowKey>, hired: Set<RowKey>) {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT "match".tenant, "match".status, "match".positioned_on IS NOT NULL
                FROM "match" JOIN opportunity ON opportunity.id = "match".opportunity
                WHERE opportunity.worksite = ?
                """,
            arguments: [worksite.id.data]
        )
        var proposed: Set<RowKey> = []
        var positioned: Set<RowKey> = []
        var hired: Set<RowKey> = []
        while let row = try rows.next() {
            guard let tenant = try RowKey(row, 0) else { continue }
            let person = persons[tenant]
            proposed.insert(person)
            if row[2] { positioned.insert(person) }
            if row[1] == MatchStatus.hired.rawValue { hired.insert(person) }
        }
        return (proposed, positioned, hired)
    }
}

extension CalendarDay {
    /// The whole months from this day to a later one; nil where that one is not later.
    fileprivate func wholeMonths(to other: CalendarDay) -> Int? {
        guard self < other else { return nil }
        let months = (other.year - year) * 12 + other.month - month
        return other.day < day ? months - 1 : months
    }
}
