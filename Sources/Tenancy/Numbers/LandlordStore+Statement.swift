import GRDB
import Records
import ReplicaStore
import Statistics

extension LandlordStore {
    /// The landlord's counts for a programme, as of today: what goes to the hub, and nothing else.
    package func statement(
        programme code: String,
        landlordName: String? = nil
    ) throws -> Statistics.Statement {
        _ = try programme(code)
        let stamp = try StatementStamp(try currentMoment())
        let versions = OpenVersions(try replica.conflicts())
        return try replica.read { database in
            let counted = try IndicatorCounter(
                database,
                .programme(code),
                asOf: stamp.day,
                versions
            ).run()
            return try headline(code, landlordName, stamp, counted, database)
        }
    }

    func headline(
        _ programme: String,
        _ landlordName: String?,
        _ stamp: StatementStamp,
        _ counted: IndicatorCounter.Result,
        _ database: Database
    ) throws -> Statistics.Statement {
        let partition = replica.partition.code
        return try Statistics.Statement(
            landlord: try Landlord(code: partition, name: landlordName ?? partition),
            programme: programme,
            cutoff: stamp.cutoff,
            version: stamp.version,
            counts: counted.counts,
            neighbourhoods: try NeighbourhoodCounter(database, cutoff: stamp.cutoff)
                .count(counted.standings),
            worksites: try ProgrammeVolumes(database: database, programme: programme).hours()
        )
    }
}
