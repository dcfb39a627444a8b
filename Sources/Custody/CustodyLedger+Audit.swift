import Crypto
import Foundation
import GRDB
import Sealing

extension CustodyLedger {
    /// Adds a line to the audit log; each line answers for all before it.
    func audit(_ deed: AuditLine.Deed, _ subject: String, at now: UInt64) throws {
        try write { try Self.audit(deed, subject, at: now, $0) }
    }

    /// The same within a transaction that does more.
    static func audit(
        _ deed: AuditLine.Deed,
        _ subject: String,
        at now: UInt64,
        _ database: Database
    ) throws {
        let last = try Row.fetchOne(
            database,
            sql: "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1"
        )
        let number = (last?["number"] ?? Int64(0)) + 1
        let before = (last?["hash"] as Data?).map { [UInt8]($0) } ?? Digest256.none.bytes
        let hash = hash(before, number, Int64(clamping: now), deed.rawValue, subject)
        try database.execute(
            sql: """
                INSERT INTO audit (number, noted_at, deed, subject, hash)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [number, Int64(clamping: now), deed.rawValue, subject, Data(hash)]
        )
    }

    func auditHead() throws -> Digest256 {
        try read { database in
            try Data.fetchOne(
                database,
                sql: "SELECT hash FROM audit ORDER BY number DESC LIMIT 1"
            ).flatMap { Digest256(bytes: $0) } ?? .none
        }
    }

    /// The lines, the oldest first, and whether each follows from the one before it.
    func auditLines() throws -> (lines: [AuditLine], isWhole: Bool) {
        try read { database in
            var before = Digest256.none.bytes
            var isWhole = true
            let rows = try Row.fetchAll(database, sql: "SELECT * FROM audit ORDER BY number")
            let lines = rows.enumerated().compactMap { index, row -> AuditLine? in
                let number: Int64 = row["number"]
                let (deed, subject): (String, String) = (row["deed"], row["subject"])
                let hash = [UInt8](row["hash"] as Data)
                let due = Self.hash(before, number, row["noted_at"], deed, subject)
                if due != hash || number != Int64(index) + 1 { isWhole = false }
                before = hash
                guard let digest = Digest256(bytes: hash) else { return nil }
                return AuditLine(
                    number: UInt64(clamping: number),
                    notedAt: UInt64(clamping: row["noted_at"] as Int64),
                    deed: deed,
                    subject: subject,
                    hash: digest
                )
            }
            return (lines, isWhole)
        }
    }

    /// The digest of a line: the one before, then number, moment, and both words with their lengths.
    private static func hash(
        _ before: [UInt8],
        _ number: Int64,
        _ moment: Int64,
        _ deed: String,
        _ subject: String
    ) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: before)
        for number in [number, moment, Int64(deed.utf8.count), Int64(subject.utf8.count)] {
            hash.update(data: withUnsafeBytes(of: number.bigEndian, Array.init))
        }
        hash.update(data: Array(deed.utf8) + Array(subject.utf8))
        return Array(hash.finalize())
    }
}
