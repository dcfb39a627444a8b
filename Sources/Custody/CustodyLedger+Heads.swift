import Causality
import Foundation
import GRDB
import Sealing

extension CustodyLedger {
    /// The heads known here, in the order of the replicas.
    func heads() throws -> [BundleHead] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM head ORDER BY replica").map { row in
                guard let replica = ReplicaID(bytes: row["replica"] as Data),
                    let device = DeviceID(bytes: row["device"] as Data),
                    let hash = Digest256(bytes: row["hash"] as Data)
                else { throw CustodyError(.damaged, "a head of the custody is no head") }
                return BundleHead(
                    replica: replica,
                    device: device,
                    sequence: UInt64(clamping: row["sequence"] as Int64),
                    hash: hash,
                    seenAt: UInt64(clamping: row["seen_at"] as Int64)
                )
            }
        }
    }

    /// Notes in the audit that two bundles of a replica bear one number; whether that is news.
    func noteFork(of head: BundleHead, at now: UInt64) throws -> Bool {
        let subject = "\(head.replica.short) \(head.sequence)"
        return try write { database in
            let isKnown = try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM audit WHERE deed = ? AND subject = ?)",
                arguments: [AuditLine.Deed.fork.rawValue, subject]
            )
            if isKnown ?? false { return false }
            try Self.audit(.fork, subject, at: now, database)
            return true
        }
    }

    /// Notes a bundle, unless a later one of the replica is known.
    func note(_ header: SealedBundle.Header, at now: UInt64) throws {
        let fields = header.fields
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO head (replica, device, sequence, hash, seen_at)
                    VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (replica) DO UPDATE SET device = excluded.device,
                        sequence = excluded.sequence, hash = excluded.hash,
                        seen_at = excluded.seen_at
                    WHERE excluded.sequence > sequence
                    """,
                arguments: [
                    Data(fields.sender.bytes), Data(fields.device.bytes),
                    Int64(clamping: fields.sequence), Data(header.hash.bytes),
                    Int64(clamping: now),
                ]
            )
        }
    }
}
