import Causality
import Foundation
import GRDB

extension Replica {
    /// Notes a bundle of this replica before it leaves: its number, the 32 bytes that it ends with,
    /// and how many of this replica's writes it tells of.
    package func noteSent(_ sequence: UInt64, digest: [UInt8], counter: UInt64) throws {
        try transaction(.applying) { database in
            try database.execute(
                kept: """
                    INSERT OR IGNORE INTO passerelle_sent (sender, sequence, digest, counter)
                    VALUES (?, ?, ?, ?)
                    """,
                arguments: [
                    context.own.bytes.data, Int64(clamping: sequence), digest.data,
                    Int64(clamping: counter),
                ]
            )
        }
    }

    /// The bundles that this store remembers having sent under an id, its present or a former one.
    package func sentBundles(of sender: ReplicaID) throws -> SentBundles {
        try mapped {
            try queue.inDatabase { database in
                let last = try Int64.fetchOne(
                    database,
                    kept: "SELECT last_bundle FROM passerelle_store"
                )
                return SentBundles(
                    own: context.own,
                    counter: context.progress.counter,
                    last: UInt64(clamping: last ?? 0),
                    sender: sender,
                    bundles: try Self.bundles(database, sender)
                )
            }
        }
    }

    private static func bundles(
        _ database: Database,
        _ sender: ReplicaID
    ) throws -> [UInt64: SentBundles.Bundle] {
        var bundles: [UInt64: SentBundles.Bundle] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT sequence, digest, counter FROM passerelle_sent WHERE sender = ?",
            arguments: [sender.bytes.data]
        )
        while let row = try rows.next() {
            bundles[UInt64(clamping: row["sequence"] as Int64)] = SentBundles.Bundle(
                digest: [UInt8](row["digest"] as Data),
                counter: UInt64(clamping: row["counter"] as Int64)
            )
        }
        return bundles
    }
}
