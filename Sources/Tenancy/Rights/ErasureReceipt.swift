import Causality
import Foundation
import GRDB
import Records
import ReplicaStore

/// That a replica carried out an order, and what it dropped for it.
package struct ErasureReceipt: Hashable, Sendable {
    package let order: RecordID
    package let replica: ReplicaID
    /// Milliseconds since 1970, by the clock there.
    package let doneAt: UInt64
    /// How many writes of that replica were dropped.
    package let refused: Int
    /// Of how many its agent was told.
    package let seen: Int
    /// Files that were merged there with an erased one.
    package let linked: [RecordID]
    /// How many writes of colleagues were dropped there.
    package let others: [ReplicaID: Int]

    static let columns = "\"order\", replica, done_at, refused, seen, linked, others"

    init?(_ row: Row) {
        guard let order = RecordID(row, "order"),
            let replica = (row["replica"] as Data?).flatMap({ ReplicaID(bytes: [UInt8]($0)) }),
            let doneAt = row["done_at"] as Int64?
        else { return nil }
        self.order = order
        self.replica = replica
        self.doneAt = UInt64(clamping: doneAt)
        refused = row["refused"] ?? 0
        seen = row["seen"] ?? 0
        let bytes = [UInt8](row["linked"] as Data? ?? Data())
        linked = stride(from: 0, to: bytes.count, by: 16).compactMap { start in
            RecordID(bytes: bytes[start..<min(start + 16, bytes.count)])
        }
        others = DroppedWrites.counts([UInt8](row["others"] as Data? ?? Data()))
    }

    static func id(_ order: RecordID, _ replica: ReplicaID) -> RecordID {
        .natural("erasure_receipt", order.bytes, replica.bytes)
    }
}
