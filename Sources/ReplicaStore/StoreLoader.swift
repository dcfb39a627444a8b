import BundleFormat
import Causality
import Foundation
import GRDB
import Records
import Seams

/// Reads who a store is and what it has seen.
enum StoreLoader {
    /// Reads a store; `incarnation` says which file it is, nil where it is examined, not used.
    static func load(
        _ database: Database,
        _ schema: Schema,
        _ environment: ReplicaEnvironment,
        _ incarnation: Incarnation? = nil
    ) throws -> (PartitionID, StoreContext) {
        guard
            let row = try Row.fetchOne(database, sql: "SELECT * FROM passerelle_store"),
            let kind = row.text("partition_kind").flatMap(PartitionKind.init(rawValue:)),
            let id = row.bytes("partition_id").flatMap(RecordID.init(bytes:)),
            let code = row.text("partition_code"),
            let partition = PartitionID(kind: kind, id: id, code: code),
            let ownPlace = row.integer("own_place").flatMap(Int.init(exactly:)),
            let arrival = row.integer("arrival"), let lastTime = row.integer("last_time"),
            let purged = row.bytes("purged")
        else { throw damaged }
        let (sites, vector) = try sites(database)
        guard let own = sites.replica(at: ownPlace) else { throw damaged }
        var progress = StoreContext.Progress(own: own, ownPlace: ownPlace)
        (progress.sites, progress.vector) = (sites, vector)
        progress.counter = progress.vector[own]
        progress.arrival = arrival
        progress.clock = HybridClock(last: HybridTime(rawValue: UInt64(bitPattern: lastTime)))
        progress.digest = row.bytes("digest").flatMap { SetDigest(bytes: $0) }
        var reader = ByteReader(purged)
        guard let freed = try? reader.vector(limit: .max) else { throw damaged }
        progress.purged = freed
        return (
            partition,
            StoreContext(
                environment: environment,
                layouts: schema.collections.map(CollectionLayout.init),
                progress: progress,
                incarnation: incarnation
                    ?? Incarnation(
                        disk: environment.volume.disk(at: ""),
                        entropy: environment.entropy,
                        fingerprint: nil
                    )
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
            guard let replica = row.bytes("replica").flatMap(ReplicaID.init(bytes:)),
                let place = row.integer("place"), sites.register(replica) == place,
                let counter = row.integer("counter").flatMap(UInt64.init(exactly:))
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
