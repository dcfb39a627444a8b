import GRDB
import Region
import Statistics

/// Counts the persons of a programme by place, age, sex and month, in one pass over the files.
///
/// A person is counted where the file that stands for them says. Places are those of all the
/// landlord's files, so that a place does not tell by being there that somebody takes part.
struct FineCounter {
    private let database: Database
    private let programme: Programme
    private let cutoff: UTCDay
    /// The last day of which anything is counted; nil for all that is noted.
    private let last: String?
    private let reader: TraitReader
    private let persons: Persons
    private var standings: Standings

    init(
        _ database: Database,
        _ programme: Programme,
        cutoff: UTCDay,
        upTo last: CalendarDay? = nil,
        _ standings: Standings
    ) throws {
        self.database = database
        self.programme = programme
        self.cutoff = cutoff
        self.last = last?.isoText
        self.standings = standings
        reader = TraitReader(programme, cutoff: cutoff)
        persons = try Persons(database)
    }

    /// Counts once.
    consuming func run() throws -> FineCounts {
        try readIdentifications()
        try readReferrals()
        return try countFiles()
    }

    private mutating func readIdentifications() throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT tenant, min(on_date), min(contacted_on) FROM identification
                WHERE programme = ? GROUP BY tenant
                """,
            arguments: [programme.code]
        )
        while let row = try rows.next() {
            guard let tenant = try RowKey(row, 0) else { continue }
            hear(tenant, on: row[1])
            hear(tenant, on: row[2])
        }
    }

    private mutating func readReferrals() throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT tenant, min(sent_on), theme FROM referral
                WHERE programme = ?1 AND (?2 IS NULL OR sent_on <= ?2) GROUP BY tenant, theme
                """,
            arguments: [programme.code, last]
        )
        while let row = try rows.next() {
            guard let tenant = try RowKey(row, 0) else { continue }
            hear(tenant, on: row[1])
            guard let theme = (row[2] as String?).map(ReferralTheme.init) else { continue }
            standings.update(persons[tenant]) { $0.themes.insert(theme) }
        }
    }

    private mutating func hear(_ tenant: RowKey, on text: String?) {
        guard let day = text.flatMap(CalendarDay.init(isoText:)),
            let moment = FrenchTime.milliseconds(of: day, hour: 0, minute: 0)
        else { return }
        standings.update(persons[tenant]) { $0.hear(at: moment) }
    }

    private mutating func countFiles() throws -> FineCounts {
        var counts = FineCounts(places: try places())
        let rows = try Row.fetchCursor(database, sql: "SELECT \(FileTraits.columns) FROM tenant")
        while let row = try rows.next() {
            guard let standing = try RowKey(row, 0).flatMap({ standings.take($0) }) else {
                continue
            }
            counts.add(try reader.traits(FileTraits(row), standing))
        }
        // Their file has not come to this laptop, or is no more: nobody is dropped.
        for standing in standings.people.values {
            counts.add(try reader.traits(.missing, standing))
        }
        return counts
    }

    private func places() throws -> [Axis: [NodePath]] {
        var territories: Set<[String]> = []
        var neighbourhoods: Set<[String]> = []
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT DISTINCT commune_code, substr(postal_code, 1, 2) FROM tenant"
        )
        while let row = try rows.next() {
            let commune: String? = row[0]
            territories.insert(PlaceCodes.territory(communeCode: commune, postalCode: row[1]))
            neighbourhoods.formUnion(PlaceCodes.neighbourhoods(ofCommune: commune))
        }
        return [
            .territory: try territories.map { try NodePath($0) },
            .neighbourhood: try neighbourhoods.map { try NodePath($0) },
            .month: months,
        ]
    }

    private var months: [NodePath] {
        let last = min(programme.end, cutoff)
        guard programme.start <= last else { return [] }
        let days = (programme.start.number...last.number).compactMap(UTCDay.init(number:))
        return Array(Set(days.map(Nomenclature.month)))
    }
}
