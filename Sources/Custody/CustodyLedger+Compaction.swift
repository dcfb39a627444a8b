import Causality
import Foundation
import GRDB
import Sealing

extension CustodyLedger {
    /// Notes bundles that were sent or applied here whole, and what those made here say.
    func noteTaken(_ hashes: [Digest256], saying said: [Digest256: [UInt8]]) throws {
        guard !hashes.isEmpty else { return }
        try write { database in
            for hash in hashes {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO taken (hash, said, is_stale) VALUES (?, ?, 0)",
                    arguments: [Data(hash.bytes), said[hash].map { Data($0) }]
                )
            }
        }
    }

    /// The bundles sent or applied here whole; or those of them that tell of a row erased since.
    func taken(onlyStale: Bool = false) throws -> Set<Digest256> {
        try read { database in
            let rows = try Data.fetchAll(
                database,
                sql: "SELECT hash FROM taken WHERE is_stale >= ?",
                arguments: [onlyStale]
            )
            return Set(rows.compactMap { Digest256(bytes: $0) })
        }
    }

    /// The digests of what the bundles made here say.
    func said() throws -> [Digest256: [UInt8]] {
        try read { database in
            let sql = "SELECT hash, said FROM taken WHERE said IS NOT NULL"
            let pairs = try Row.fetchAll(database, sql: sql).compactMap { row in
                Digest256(bytes: row["hash"] as Data).map { ($0, [UInt8](row["said"] as Data)) }
            }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The last bundle of each replica that a snapshot told of.
    func covered() throws -> [ReplicaID: UInt64] {
        try read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT replica, sequence FROM covered")
            let pairs = rows.compactMap { row in
                ReplicaID(bytes: row["replica"] as Data).map {
                    ($0, UInt64(clamping: row["sequence"] as Int64))
                }
            }
            return Dictionary(pairs, uniquingKeysWith: max)
        }
    }

    func noteCovered(_ heads: [SealedBundle.Head]) throws {
        try write { database in
            for head in heads {
                try database.execute(
                    sql: """
                        INSERT INTO covered (replica, sequence) VALUES (?1, ?2)
                        ON CONFLICT (replica) DO UPDATE SET sequence = max(sequence, ?2)
                        """,
                    arguments: [Data(head.replica.bytes), Int64(clamping: head.sequence)]
                )
            }
        }
    }

    /// Marks all bundles of before, where rows were erased since the last time; `digest` names those
    /// rows.
    func noteErasures(_ digest: [UInt8]) throws {
        let known = try read { try Data.fetchOne($0, sql: "SELECT digest FROM erasure") }
        guard known.map({ [UInt8]($0) }) != digest else { return }
        try write { database in
            try database.execute(sql: "UPDATE taken SET is_stale = 1")
            try database.execute(
                sql: "INSERT OR REPLACE INTO erasure (id, digest) VALUES (1, ?)",
                arguments: [Data(digest)]
            )
        }
    }
}
