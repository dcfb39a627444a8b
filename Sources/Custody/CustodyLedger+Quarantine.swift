import Causality
import Foundation
import GRDB
import Sealing

extension CustodyLedger {
    /// Keeps a bundle apart; again, it changes nothing.
    func quarantine(_ bundle: SealedBundle, at now: UInt64) throws {
        let fields = bundle.header.fields
        try write { database in
            try database.execute(
                sql: """
                    INSERT OR IGNORE INTO quarantine
                        (hash, device, replica, sequence, noticed_at, bytes, state)
                    VALUES (?, ?, ?, ?, ?, ?, 'waiting')
                    """,
                arguments: [
                    Data(bundle.header.hash.bytes), Data(fields.device.bytes),
                    Data(fields.sender.bytes), Int64(clamping: fields.sequence),
                    Int64(clamping: now), Data(bundle.bytes),
                ]
            )
        }
    }

    /// What was kept apart, in the order in which it was written.
    func quarantined() throws -> [QuarantinedBundle] {
        try read { database in
            let sql = """
                SELECT hash, device, replica, sequence, noticed_at, state
                FROM quarantine ORDER BY replica, sequence
                """
            return try Row.fetchAll(database, sql: sql).map { row in
                guard let hash = Digest256(bytes: row["hash"] as Data),
                    let device = DeviceID(bytes: row["device"] as Data),
                    let replica = ReplicaID(bytes: row["replica"] as Data)
                else { throw CustodyError(.damaged, "a bundle kept apart has no name") }
                return QuarantinedBundle(
                    hash: hash,
                    device: device,
                    replica: replica,
                    sequence: UInt64(clamping: row["sequence"] as Int64),
                    noticedAt: UInt64(clamping: row["noticed_at"] as Int64),
                    isAccepted: row["state"] == "accepted"
                )
            }
        }
    }

    /// The bytes of a bundle that waits, nil where there is none of that name.
    func waiting(_ hash: Digest256) throws -> [UInt8]? {
        try read { database in
            try Data.fetchOne(
                database,
                sql: "SELECT bytes FROM quarantine WHERE hash = ? AND state = 'waiting'",
                arguments: [Data(hash.bytes)]
            ).map { [UInt8]($0) }
        }
    }

    func noteAccepted(_ hash: Digest256, at now: UInt64) throws {
        try write { database in
            try database.execute(
                sql: "UPDATE quarantine SET state = 'accepted' WHERE hash = ?",
                arguments: [Data(hash.bytes)]
            )
            try Self.audit(.release, hash.description, at: now, database)
        }
    }
}
