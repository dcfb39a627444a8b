import BundleFormat
import Causality
import Foundation
import GRDB
import Records

/// Reads who a store is and what it has seen.
enum StoreLoader {
    static func load(
        _ database: Database,
        _ schema: Schema,
        _ environment: ReplicaEnvironment,
        _ incarnation: Incarnation
    ) throws -> (PartitionID, StoreContext) {
        guard
            let row = try Row.fetchOne(database, sql: "SELECT * FROM passerelle_store"),
            let kind = PartitionKind(rawValue: row["partition_kind"]),
            let id = RecordID(bytes: (row["partition_id"] as Data)),
            let partition = PartitionID(kind: kind, id: id, code: row["partition_code"])
        else { throw damaged }
        let ownPlace: Int = row["own_place"]
        let (sites, vector) = try sites(database)
        guard let own = sites.replica(at: ownPlace) else { throw damaged }
        var progress = StoreContext.Progress(own: own, ownPlace: ownPlace)
        (progress.sites, progress.vector) = (sites, vector)
        progress.counter = progress.vector[own]
        progress.arrival = row["arrival"]
        progress.clock = HybridClock(
            last: HybridTime(rawValue: UInt64(bitPattern: row["last_time"] as Int64))
        )
        progress.digest = (row["digest"] as Data?).flatMap { SetDigest(bytes: $0) }
        var purged = ByteReader([UInt8](row["purged"] as Data))
        progress.purged = try purged.vector(limit: .max)
        return (
            partition,
            StoreContext(
                environment: environment,
                layouts: schema.collections.map(CollectionLayout.init),
                progress: progress,
                incarnation: incarnation
            )
        )
    }

    private static func sites(_ database: Database) throws -> (SiteTable, VersionVector) {
        var sites = SiteTable()
        var vector = VersionVector()
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT place, replica, counter FROM passerelle_site ORDER BY place"
        )
        while let row = try rows.next() {
            guard let replica = ReplicaID(bytes: row["replica"] as Data),
                sites.register(replica) == row["place"] as Int,
                let counter = UInt64(exactly: row["counter"] as Int64)
            else { throw damaged }
            vector.include(Dot(replica, counter))
        }
        return (sites, vector)
    }

    private static var damaged: ReplicaError {
        ReplicaError(.damaged, "the store does not say who it is: restore a backup")
    }
}

extension [UInt8] {
    /// The bytes as GRDB takes them.
    var data: Data { Data(self) }
}
