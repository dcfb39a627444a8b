import GRDB
import Region
import ReplicaStore
import Statistics

extension LandlordStore {
    /// The same counts with the tables of the catalogue, in which nobody stands out.
    ///
    /// Headline and tables are counted in one reading of the store and count the same persons:
    /// whoever was identified, contacted, registered, present or referred in the programme. Each
    /// block but the landlord's whole holds `k` persons, as many as the region's policy says; one
    /// under 5 is refused.
    package func detailedStatement(
        programme code: String,
        landlordName: String? = nil,
        k: Int = Threshold.usual
    ) throws -> DetailedStatement {
        let programme = try programme(code)
        let stamp = try StatementStamp(try currentMoment())
        let versions = OpenVersions(try replica.conflicts())
        return try replica.read { database in
            let scope = IndicatorScope.programme(code)
            let (counts, standings) = try IndicatorCounter(
                database,
                scope,
                asOf: stamp.day,
                versions
            ).run()
            return try DetailedStatement(
                headline: try headline(
                    code,
                    landlordName,
                    stamp,
                    counts,
                    standings,
                    database
                ),
                counts: try FineCounter(database, programme, cutoff: stamp.cutoff, standings)
                    .run(),
                volumes: try Self.volumes(ofProgramme: code, database),
                threshold: k
            )
        }
    }

    /// The opportunities that the programme's events brought, where they are.
    ///
    /// Positions and insertion hours are not noted yet: what is not counted is not sent.
    private static func volumes(
        ofProgramme code: String,
        _ database: Database
    ) throws -> [Volume: [NodePath: Int]] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT coalesce(opportunity.commune_code, event.commune_code), count(*)
                FROM opportunity JOIN event ON event.id = opportunity.event
                WHERE event.programme = ? GROUP BY 1
                """,
            arguments: [code]
        )
        var places: [NodePath: Int] = [:]
        while let row = try rows.next() {
            let codes = PlaceCodes.territory(communeCode: row[0], postalCode: nil)
            places[try NodePath(codes), default: 0] += row[1]
        }
        return places.isEmpty ? [:] : [.opportunities: places]
    }
}
