import GRDB
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
            let counted = try IndicatorCounter(
                database,
                scope,
                asOf: stamp.day,
                versions
            ).run()
            return try DetailedStatement(
                headline: try headline(code, landlordName, stamp, counted, database),
                counts: try FineCounter(
                    database,
                    programme,
                    cutoff: stamp.cutoff,
                    counted.standings
                ).run(),
                volumes: try ProgrammeVolumes(database: database, programme: code).all(),
                threshold: k
            )
        }
    }
}
