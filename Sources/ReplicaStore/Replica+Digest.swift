import BundleFormat
import Causality
import Foundation
import GRDB
import Records

extension Replica {
    /// The alarms of this store, the oldest first.
    public func alarms() throws -> [Alarm] {
        try read { database in
            try Row.fetchAll(database, kept: "SELECT * FROM passerelle_alarm ORDER BY number")
                .map { row in
                    var reader = ByteReader([UInt8](row["vector"] as Data))
                    return Alarm(
                        noticedAt: UInt64(clamping: row["noticed_at"] as Int64),
                        vector: try reader.vector(limit: .max),
                        isOver: row["is_over"]
                    )
                }
        }
    }

    /// The rows that differ from those of a replica that has seen exactly the same.
    ///
    /// - Parameter snapshot: The other's ``delta(since:)`` for an empty vector.
    /// - Returns: The rows, in order; none where both hold the same.
    /// - Throws: ``ReplicaError`` with `contradiction` where the two have not seen the same.
    public func differences(from snapshot: [UInt8]) throws -> [RowName] {
        try mapped {
            try queue.inDatabase { database in
                try Comparison(database, context).differences(from: snapshot)
            }
        }
    }

    /// The digest as it is kept, nil where it has to be counted anew, and as it is counted now.
    package func digests() throws -> (kept: SetDigest?, counted: SetDigest) {
        try mapped {
            try queue.inDatabase { database in
                (context.progress.digest, try DigestCount(database, context).counted())
            }
        }
    }
}
