import GRDB
import Statistics

extension HubStore {
    /// The nightly reconciliation: receives each delivery of a UTC day, and says who is silent.
    ///
    /// A bad delivery stops no other one; a rerun of the day changes nothing.
    package func merge(_ deliveries: [Delivery], day: Int) throws -> MergeReport {
        let arrivals = try deliveries.map { delivery in
            MergeReport.Arrived(
                origin: delivery.origin,
                reception: try receive(
                    statementBytes: delivery.bytes,
                    origin: delivery.origin,
                    receivedDay: day,
                    sender: delivery.sender
                )
            )
        }
        let isFirst = try queue.write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO reconciliation (day) VALUES (?)",
                arguments: [day]
            )
            return database.changesCount > 0
        }
        return MergeReport(
            day: day,
            isFirstOfDay: isFirst,
            arrivals: arrivals,
            silent: try silent(on: day)
        )
    }

    /// The expected landlords of all programmes without a statement of a day.
    package func silent(on day: Int) throws -> [SilentLandlord] {
        try programmes().flatMap { programme in
            try bilan(programme: programme.code, asOf: day).lines.filter { !$0.isFresh }.map {
                SilentLandlord(
                    programme: programme.code,
                    landlord: $0.landlord,
                    ageDays: $0.ageDays
                )
            }
        }
    }
}
