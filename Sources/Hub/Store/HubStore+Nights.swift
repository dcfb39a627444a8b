import Foundation
import GRDB
import HubWire
import Records

extension HubStore {
    /// A report as it was signed.
    package struct SignedReport: Hashable, Sendable {
        package let day: Int
        package let revision: Int
        package let report: [UInt8]
        package let signature: [UInt8]
    }

    /// The report of a UTC day, in its last revision; nil before that day's reconciliation.
    package func night(of day: Int) throws -> SignedReport? {
        try report("WHERE day = ? ORDER BY revision DESC", [day])
    }

    /// The report that was written last.
    package func lastNight() throws -> SignedReport? {
        try report("ORDER BY day DESC, revision DESC", [])
    }

    /// The last revision of the reports of the last days, the latest first.
    package func nights(last count: Int) throws -> [SignedReport] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM night WHERE revision = (
                        SELECT max(revision) FROM night AS other WHERE other.day = night.day)
                    ORDER BY day DESC LIMIT ?
                    """,
                arguments: [count]
            ).map(Self.report)
        }
    }

    private func report(
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> SignedReport? {
        try queue.read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT * FROM night \(condition) LIMIT 1",
                arguments: arguments
            ).map(Self.report)
        }
    }

    private static func report(_ row: Row) -> SignedReport {
        let (report, signature): (Data, Data) = (row["report"], row["signature"])
        return SignedReport(
            day: row["day"],
            revision: row["revision"],
            report: Array(report),
            signature: Array(signature)
        )
    }

    /// Keeps a report; with it the day is done.
    func keep(_ night: SignedReport) throws {
        defer { noteChange() }
        try queue.write { database in
            try database.execute(
                sql: "INSERT INTO night (day, revision, report, signature) VALUES (?, ?, ?, ?)",
                arguments: [
                    night.day, night.revision, Data(night.report), Data(night.signature),
                ]
            )
        }
    }

    /// What was carried from or to a folder.
    func carried(at place: RecordID) throws -> Set<ContentHash> {
        try queue.read { database in
            let hashes = try Data.fetchAll(
                database,
                sql: "SELECT hash FROM carried WHERE place = ?",
                arguments: [Data(place.bytes)]
            )
            return Set(hashes.compactMap { ContentHash(bytes: $0) })
        }
    }

    func noteCarried(_ hashes: [ContentHash], at place: RecordID) throws {
        guard !hashes.isEmpty else { return }
        try queue.write { database in
            for hash in hashes {
                try database.cachedStatement(
                    sql: "INSERT OR IGNORE INTO carried (place, hash) VALUES (?, ?)"
                ).execute(arguments: [Data(place.bytes), Data(hash.bytes)])
            }
        }
    }
}
