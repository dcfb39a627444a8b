import Records
import ReplicaStore
import Statistics

extension LandlordStore {
    /// 1 January 2020, from which the versions of statements are counted in seconds: they grow with
    /// time on every laptop of the landlord without any count being kept, and fit until 2051.
    private static let versionEpoch: UInt64 = 1_577_836_800_000

    /// The landlord's counts for a programme, as of today: what goes to the hub, and nothing else.
    package func statement(
        programme code: String,
        landlordName: String? = nil
    ) throws -> Statistics.Statement {
        let moment = try currentMoment()
        let partition = replica.partition.code
        guard let day = FrenchTime.day(of: moment),
            let cutoff = UTCDay(number: day.daysSinceEpoch), moment > Self.versionEpoch
        else {
            throw TenancyError(.badValue, "the clock shows a day before 2020: set it and try again")
        }
        return try Statistics.Statement(
            landlord: try Landlord(code: partition, name: landlordName ?? partition),
            programme: code,
            cutoff: cutoff,
            version: Int(clamping: (moment - Self.versionEpoch) / 1_000),
            counts: try indicators(.programme(code), asOf: day).counts
        )
    }
}
