import Records
import ReplicaStore
import Statistics

extension LandlordStore {
    /// The landlord's counts for a programme, as of today: what goes to the hub, and nothing else.
    package func statement(
        programme code: String,
        landlordName: String? = nil
    ) throws -> Statistics.Statement {
        let stamp = try StatementStamp(try currentMoment())
        let counts = try indicators(.programme(code), asOf: stamp.day).counts
        return try headline(code, landlordName, stamp, counts)
    }

    func headline(
        _ programme: String,
        _ landlordName: String?,
        _ stamp: StatementStamp,
        _ counts: Counts
    ) throws -> Statistics.Statement {
        let partition = replica.partition.code
        return try Statistics.Statement(
            landlord: try Landlord(code: partition, name: landlordName ?? partition),
            programme: programme,
            cutoff: stamp.cutoff,
            version: stamp.version,
            counts: counts
        )
    }
}
