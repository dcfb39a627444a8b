import BundleFormat
import Causality
import Foundation
import GRDB

/// The alarms of a store: equal knowledge, unequal digests.
struct Alarms {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// Compares digests where both have seen the same and erased the same; whether they differ.
    ///
    /// Agreement ends the alarms that are on.
    func check(_ header: DeltaHeader) throws -> Bool {
        guard let theirs = SetDigest(bytes: header.digest),
            context.progress.vector == header.target,
            try ErasureState(database, context).isComparable(header.erasures)
        else { return false }
        let own = try DigestCount(database, context).current()
        if own == theirs {
            try database.execute(kept: "UPDATE passerelle_alarm SET is_over = 1 WHERE is_over = 0")
            return false
        }
        try database.execute(
            kept: """
                INSERT INTO passerelle_alarm (noticed_at, vector, own_digest, their_digest, is_over)
                VALUES (?, ?, ?, ?, 0)
                """,
            arguments: [
                Int64(clamping: context.now),
                ByteWriter.bytes(of: header.target).data, own.bytes.data, theirs.bytes.data,
            ]
        )
        return true
    }
}
