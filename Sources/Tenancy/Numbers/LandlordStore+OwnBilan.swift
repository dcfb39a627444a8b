import GRDB
import ReplicaStore
import Statistics

extension LandlordStore {
    /// The landlord's bilan of a programme for its own use, with every count as it is.
    ///
    /// On a day that is past, it counts what is noted today of what had happened by then.
    package func ownBilan(
        programme code: String,
        landlordName: String? = nil,
        on day: CalendarDay? = nil
    ) throws -> OwnBilan {
        let programme = try programme(code)
        let now = try StatementStamp(try currentMoment())
        let day = day ?? now.day
        guard day <= now.day, let cutoff = UTCDay(number: day.daysSinceEpoch) else {
            throw TenancyError(.badValue, "the day of a bilan is today or before")
        }
        let stamp = StatementStamp(day: day, cutoff: cutoff, version: now.version)
        let end = day < now.day ? day : nil
        let versions = OpenVersions(try replica.conflicts())
        return try replica.read { database in
            let counted = try IndicatorCounter(
                database,
                .programme(code),
                asOf: day,
                upTo: end,
                versions
            ).run()
            return try OwnBilan(
                try headline(code, landlordName, stamp, counted, database),
                of: programme,
                try FineCounter(database, programme, cutoff: cutoff, upTo: end, counted.standings)
                    .run(),
                named: PlaceNames.name
            )
        }
    }
}
