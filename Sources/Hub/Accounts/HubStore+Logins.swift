import Foundation
import GRDB

extension HubStore {
    /// So many sources are remembered; then the oldest is forgotten.
    static let mostLoginFailures = 100_000

    /// How long these sources must still wait before a login is looked at, in milliseconds.
    package func pause(of sources: [LoginSource], at now: UInt64) throws -> UInt64 {
        try queue.read { database in
            try sources.map { source in
                let (failures, last) = try Self.failures(of: source, at: now, in: database)
                let until = last + LoginPause.after(failures)
                return until > now ? until - now : 0
            }.max() ?? 0
        }
    }

    /// Counts a failed login for each source.
    package func noteFailure(of sources: [LoginSource], at now: UInt64) throws {
        try queue.write { database in
            for source in sources {
                let (failures, _) = try Self.failures(of: source, at: now, in: database)
                try database.execute(
                    sql: """
                        INSERT INTO login_failure (who, failures, last) VALUES (?, ?, ?)
                        ON CONFLICT (who) DO UPDATE SET
                            failures = excluded.failures, last = excluded.last
                        """,
                    arguments: [Data(source.key), failures + 1, Int64(clamping: now)]
                )
            }
            try database.execute(
                sql: """
                    DELETE FROM login_failure WHERE who IN (
                        SELECT who FROM login_failure ORDER BY last DESC LIMIT -1 OFFSET ?)
                    """,
                arguments: [Self.mostLoginFailures]
            )
        }
    }

    /// The failures that still count, and when the last one was.
    private static func failures(
        of source: LoginSource,
        at now: UInt64,
        in database: Database
    ) throws -> (Int, UInt64) {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT failures, last FROM login_failure WHERE who = ?",
            arguments: [Data(source.key)]
        )
        guard let row else { return (0, 0) }
        let last = UInt64(clamping: row["last"] as Int64)
        return now > last + LoginPause.memory ? (0, 0) : (row["failures"], last)
    }

    static func forgive(_ source: LoginSource, in database: Database) throws {
        try database.execute(
            sql: "DELETE FROM login_failure WHERE who = ?",
            arguments: [Data(source.key)]
        )
    }
}
