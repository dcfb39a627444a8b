import Causality
import Foundation
import GRDB

extension Replica {
    /// The number of this replica's next bundle, used up once it is given.
    package func nextBundleNumber() throws -> UInt64 {
        try transaction(.applying) { database in
            try database.execute(kept: "UPDATE passerelle_store SET last_bundle = last_bundle + 1")
            let number =
                try Int64.fetchOne(database, kept: "SELECT last_bundle FROM passerelle_store") ?? 0
            return UInt64(clamping: number)
        }
    }

    /// Notes that a bundle was applied: it is held no more.
    package func noteApplied(
        _ sender: ReplicaID,
        _ sequence: UInt64,
        digest: [UInt8]? = nil
    ) throws {
        try transaction(.applying) { database in
            let arguments: StatementArguments = [sender.bytes.data, Int64(clamping: sequence)]
            try database.execute(
                kept: """
                    INSERT INTO passerelle_applied (sender, sequence, digest) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET digest = coalesce(digest, excluded.digest)
                    """,
                arguments: arguments + [digest?.data]
            )
            try database.execute(
                kept: "DELETE FROM passerelle_held WHERE sender = ? AND sequence = ?",
                arguments: arguments
            )
        }
    }

    /// The digest of a bundle that was applied or waits; nil where none was noted.
    package func digestOfBundle(_ sender: ReplicaID, _ sequence: UInt64) throws -> [UInt8]? {
        try read { database in
            try Data.fetchOne(
                database,
                kept: """
                    SELECT digest FROM passerelle_applied
                    WHERE sender = ?1 AND sequence = ?2 AND digest IS NOT NULL
                    UNION ALL
                    SELECT substr(bytes, -32) FROM passerelle_held
                    WHERE sender = ?1 AND sequence = ?2
                    """,
                arguments: [sender.bytes.data, Int64(clamping: sequence)]
            ).map { [UInt8]($0) }
        }
    }

    /// Keeps a bundle that came before what it builds on; the first of its number is kept.
    ///
    /// One that holds an erased row is not kept: it stays in the mailbox and is read there again.
    package func hold(_ bytes: [UInt8], _ sender: ReplicaID, _ sequence: UInt64) throws {
        try transaction(.applying) { database in
            let erased = ErasedRows(database)
            guard try erased.isEmpty || !HeldBundles.holds(bytes, anyOf: erased.contains) else {
                return
            }
            try database.execute(
                kept: """
                    INSERT OR IGNORE INTO passerelle_held (sender, sequence, bytes)
                    VALUES (?, ?, ?)
                    """,
                arguments: [sender.bytes.data, Int64(clamping: sequence), bytes.data]
            )
        }
    }

    /// The bundles that wait, each sender's in the order of their numbers.
    package func heldBundles() throws -> [[UInt8]] {
        try read { database in
            try Data.fetchAll(
                database,
                kept: "SELECT bytes FROM passerelle_held ORDER BY sender, sequence"
            ).map { [UInt8]($0) }
        }
    }

    /// The numbers of a sender's bundles that were applied.
    package func appliedBundles(of sender: ReplicaID) throws -> Set<UInt64> {
        try read { database in
            Set(
                try Int64.fetchAll(
                    database,
                    kept: "SELECT sequence FROM passerelle_applied WHERE sender = ?",
                    arguments: [sender.bytes.data]
                ).map { UInt64(clamping: $0) }
            )
        }
    }
}
