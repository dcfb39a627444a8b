import Causality
import Foundation
import GRDB

/// What this store knows of how far its own writes are known elsewhere.
struct ForkLedger {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// Notes that everything written so far is about to be told.
    func noteTold() throws {
        try database.execute(
            kept: "UPDATE passerelle_incarnation SET told = ?1 WHERE told < ?1",
            arguments: [Int64(clamping: context.progress.counter)]
        )
    }

    /// Notes that somebody else has seen that many of this replica's writes.
    func noteAcknowledged(_ counter: UInt64) throws {
        guard counter > 0 else { return }
        try database.execute(
            kept: "UPDATE passerelle_incarnation SET acknowledged = ?1 WHERE acknowledged < ?1",
            arguments: [Int64(clamping: counter)]
        )
        if database.changesCount > 0 { try ShareLog(database, context).forget(upTo: counter) }
    }

    /// The last own write that somebody is known to have seen.
    func acknowledged() throws -> UInt64 {
        let number = try Int64.fetchOne(
            database,
            kept: "SELECT acknowledged FROM passerelle_incarnation"
        )
        return UInt64(clamping: number ?? 0)
    }

    /// Restates what came in under names that this store had given twice, before it tells anybody:
    /// who holds the other write of that name would not take it otherwise.
    func restate() throws {
        let forks = try Row.fetchAll(
            database,
            kept: """
                SELECT replica, floor_counter, ceiling_counter, restated FROM passerelle_identity
                WHERE was_told AND ceiling_counter > floor_counter AND restated < ?
                """,
            arguments: [context.progress.arrival]
        )
        for fork in forks {
            guard let old = ReplicaID(bytes: fork["replica"] as Data) else { continue }
            let floor = UInt64(clamping: fork["floor_counter"] as Int64)
            let ceiling = UInt64(clamping: fork["ceiling_counter"] as Int64)
            try ForkRenaming(database, context, old, floor + 1...ceiling)
                .restate(since: fork["restated"])
            try database.execute(
                kept: "UPDATE passerelle_identity SET restated = ? WHERE replica = ?",
                arguments: [context.progress.arrival, old.bytes.data]
            )
        }
    }
}
