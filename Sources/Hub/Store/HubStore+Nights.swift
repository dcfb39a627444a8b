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
        try queue.write { database in
            try database.execute(
                sql: "INSERT INTO night (day, revision, report, signature) VALUES (?, ?, ?, ?)",
                arguments: [
                    night.day, night.revision, Data(night.report), Data(night.signature),
                ]
            )
        }
    }

    func wasCarried(_ hash: ContentHash, at place: RecordID) throws -> Bool {
        try queue.read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM carried WHERE place = ? AND hash = ?)",
                arguments: [Data(place.bytes), Data(hash.bytes)]
            ) ?? false
        }
    }

    func noteCarried(_ hash: ContentHash, at place: RecordID) throws {
        try queue.write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO carried (place, hash) VALUES (?, ?)",
                arguments: [Data(place.bytes), Data(hash.bytes)]
            )
        }
    }
}
