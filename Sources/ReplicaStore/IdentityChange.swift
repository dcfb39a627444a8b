import Causality
import GRDB
import Seams

/// Gives a store another replica id, inside a transaction.
struct IdentityChange {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// Takes a new id; the store keeps all that it holds.
    ///
    /// The floor is the last write under the old id that is certainly the same for everybody, nil
    /// where nothing can clash. Later ones may clash with writes of a life that this store does not
    /// remember, so they are given names of the new id, and what the others hold under the old names
    /// is learned anew.
    func run(_ reason: IdentityReason, floor: UInt64? = nil) throws {
        let old = context.own
        let ceiling = context.progress.counter
        let floor = min(floor ?? ceiling, ceiling)
        try insertHistory(old, reason, floor, ceiling)
        try noteOwnBundles(of: old, upTo: floor)
        try takeID()
        guard floor < ceiling else { return }
        try lower(old, to: floor)
        let doubts = try ForkRenaming(database, context, old, floor + 1...ceiling).run()
        try database.execute(
            sql: "UPDATE passerelle_identity SET doubts = ?, restated = ? WHERE replica = ?",
            arguments: [doubts, context.progress.arrival, old.bytes.data]
        )
    }

    private func insertHistory(
        _ old: ReplicaID,
        _ reason: IdentityReason,
        _ floor: UInt64,
        _ ceiling: UInt64
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO passerelle_identity (replica, reason, retired_at, floor_counter,
                    ceiling_counter, was_told, restated, doubts)
                VALUES (?1, ?2, ?3, ?4, ?5, coalesce(
                    (SELECT told > ?4 FROM passerelle_incarnation), 0), ?6, 0)
                """,
            arguments: [
                old.bytes.data, reason.rawValue, Int64(clamping: context.environment.clock.now()),
                Int64(clamping: floor), Int64(clamping: ceiling), context.progress.arrival,
            ]
        )
    }

    /// The bundles sent under the old id are from now on those of another, and known.
    private func noteOwnBundles(of old: ReplicaID, upTo floor: UInt64) throws {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO passerelle_applied (sender, sequence, digest)
                SELECT sender, sequence, digest FROM passerelle_sent
                WHERE sender = ? AND counter <= ?
                """,
            arguments: [old.bytes.data, Int64(clamping: floor)]
        )
    }

    private func takeID() throws {
        guard let own = ReplicaID(bytes: context.environment.entropy.bytes(16)) else {
            throw ReplicaError(.damaged, "no replica id could be drawn")
        }
        let place = context.progress.sites.register(own)
        try database.execute(
            sql: "INSERT INTO passerelle_site (place, replica, counter) VALUES (?, ?, 0)",
            arguments: [place, own.bytes.data]
        )
        try database.execute(
            sql: "UPDATE passerelle_store SET own_place = ?, last_bundle = 0",
            arguments: [place]
        )
        try database.execute(sql: "UPDATE passerelle_incarnation SET told = 0, acknowledged = 0")
        context.progress.own = own
        context.progress.ownPlace = place
        context.progress.counter = 0
    }

    private func lower(_ old: ReplicaID, to floor: UInt64) throws {
        context.progress.vector = context.progress.vector.lowered(old, to: floor)
        try database.execute(
            sql: "UPDATE passerelle_site SET counter = ? WHERE replica = ?",
            arguments: [Int64(clamping: floor), old.bytes.data]
        )
    }
}
