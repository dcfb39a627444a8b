import GRDB
import Region
import Statistics

/// What a programme's offers and worksites come to, where they are; nobody is counted in it.
struct ProgrammeVolumes {
    let database: Database
    let programme: String

    /// By volume and place; what comes to nothing is not sent.
    func all() throws -> [Volume: [NodePath: Int]] {
        var volumes: [Volume: [NodePath: Int]] = [:]
        let offers = try Row.fetchAll(
            database,
            sql: """
                SELECT coalesce(opportunity.commune_code, event.commune_code, worksite.commune_code),
                    count(*),
                    sum(min(max(coalesce(opportunity.positions, 0), 0), 100000))
                FROM opportunity
                LEFT JOIN event ON event.id = opportunity.event
                LEFT JOIN worksite ON worksite.id = opportunity.worksite
                WHERE coalesce(event.programme, worksite.programme) = ? GROUP BY 1
                """,
            arguments: [programme]
        )
        for row in offers {
            try add(row[1], at: row[0], to: &volumes[.opportunities, default: [:]])
            try add(row[2], at: row[0], to: &volumes[.positions, default: [:]])
        }
        for worksite in try worksites() {
            try add(
                worksite.doneHours,
                at: worksite.communeCode,
                to: &volumes[.insertionHours, default: [:]]
            )
        }
        return volumes.filter { !$1.isEmpty }
    }

    /// The hours of the programme's worksites, nil where it has none.
    func hours() throws -> WorksiteHours? {
        let worksites = try worksites()
        guard !worksites.isEmpty else { return nil }
        return WorksiteHours(
            clause: worksites.reduce(0) { $0 + $1.clauseHours },
            done: worksites.reduce(0) { $0 + $1.doneHours }
        )
    }

    private func worksites() throws -> [Worksite] {
        try LandlordStore.worksites(programme: programme, in: database)
    }

    private func add(
        _ count: Int,
        at commune: String?,
        to places: inout [NodePath: Int]
    ) throws {
        guard count > 0 else { return }
        let codes = PlaceCodes.territory(communeCode: commune, postalCode: nil)
        places[try NodePath(codes), default: 0] += count
    }
}
