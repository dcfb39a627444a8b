import GRDB
import Records
import Region
import ReplicaStore

extension LandlordStore {
    /// Who agreed to be proposed for a worksite and did not withdraw, each person once, by name.
    ///
    /// - Complexity: O(volunteers of the worksite), and the merged files of the landlord.
    package func volunteers(ofWorksite id: RecordID) throws -> [Volunteer] {
        try replica.read { database in
            let roots = try TenantRoots(database)
            let epci = try Self.epci(ofWorksite: id, database)
            var seen: Set<RecordID> = []
            var found: [Volunteer] = []
            for row in try Self.agreements(with: id, database) {
                guard let file = RecordID(row, "tenant") else { continue }
                let person = roots.root(of: file)
                guard seen.insert(person).inserted,
                    let volunteer = try Self.volunteer(person, row, epci, database)
                else { continue }
                found.append(volunteer)
            }
            return found.sorted { $0.sortKey < $1.sortKey }
        }
    }

    /// The standing agreements, the latest first.
    private static func agreements(with worksite: RecordID, _ database: Database) throws -> [Row] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT tenant, agreed_on, agreed_by, rome_codes FROM volunteer
                WHERE worksite = ? AND withdrawn_on IS NULL ORDER BY agreed_on DESC, id
                """,
            arguments: [worksite.data]
        )
    }

    private static func epci(ofWorksite id: RecordID, _ database: Database) throws -> Epci? {
        try String.fetchOne(
            database,
            sql: "SELECT commune_code FROM worksite WHERE id = ?",
            arguments: [id.data]
        ).flatMap(Communes.current)?.epci
    }

    private static func volunteer(
        _ person: RecordID,
        _ agreement: Row,
        _ epci: Epci?,
        _ database: Database
    ) throws -> Volunteer? {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT last_name, first_name, commune_code FROM tenant WHERE id = ?",
            arguments: [person.data]
        )
        guard let row else { return nil }
        let commune = row["commune_code"] as String?
        let home = commune.flatMap(Communes.current)?.epci
        return Volunteer(
            person: person,
            lastName: row["last_name"] ?? "",
            firstName: row["first_name"] ?? "",
            communeCode: commune,
            isNearby: home != nil && home == epci,
            agreedOn: (agreement["agreed_on"] as String?).flatMap(CalendarDay.init(isoText:)),
            mode: (agreement["agreed_by"] as String?).flatMap(ConsentMode.init(rawValue:)),
            trades: (TextSet.members(Value(agreement["rome_codes"] as String?)) ?? []).sorted()
        )
    }
}

extension Volunteer {
    /// By name without accents, then by identity.
    fileprivate var sortKey: String { SearchKey.fold("\(lastName) \(firstName)") + "\(person)" }
}
