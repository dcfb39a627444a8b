import Foundation
import GRDB

extension HubStore {
    /// A session ends when nothing is asked for so long, and in any case after so long.
    package static let sessionIdle: UInt64 = 30 * 60_000
    package static let sessionLife: UInt64 = 12 * 3_600_000
    /// The last use is written at most so often.
    private static let sessionGrain: UInt64 = 60_000

    /// Begins a session of an account whose password was checked, and forgives its failures.
    package func begin(_ token: SessionToken, of name: String, at now: UInt64) throws {
        try queue.write { database in
            try Self.endOldSessions(at: now, in: database)
            try database.execute(
                sql: "INSERT INTO page_session VALUES (?, ?, ?, ?)",
                arguments: [Data(token.hash), name, Int64(clamping: now), Int64(clamping: now)]
            )
            try Self.forgive(.account(name), in: database)
            try Self.append(
                PageAudit(at: now, account: name, action: .login, what: "-"),
                to: database
            )
        }
    }

    /// Whose session a token is; nil of one that ended.
    package func account(of token: SessionToken, at now: UInt64) throws -> Account? {
        try queue.read { try Self.account(of: token, at: now, in: $0)?.account }
    }

    /// Notes that somebody sees or takes something; nil, and nothing noted, where the session ended.
    package func note(
        _ action: PageAudit.Action,
        of what: String,
        by token: SessionToken,
        at now: UInt64
    ) throws -> Account? {
        try queue.write { database in
            guard let (account, seen) = try Self.account(of: token, at: now, in: database) else {
                return nil
            }
            if now > seen + Self.sessionGrain {
                try database.execute(
                    sql: "UPDATE page_session SET seen = ? WHERE token_hash = ?",
                    arguments: [Int64(clamping: now), Data(token.hash)]
                )
            }
            try Self.append(
                PageAudit(at: now, account: account.name, action: action, what: what),
                to: database
            )
            return account
        }
    }

    /// Ends a session.
    package func end(_ token: SessionToken, at now: UInt64) throws {
        try queue.write { database in
            guard let (account, _) = try Self.account(of: token, at: now, in: database) else {
                return
            }
            try database.execute(
                sql: "DELETE FROM page_session WHERE token_hash = ?",
                arguments: [Data(token.hash)]
            )
            try Self.append(
                PageAudit(at: now, account: account.name, action: .logout, what: "-"),
                to: database
            )
        }
    }

    private static func account(
        of token: SessionToken,
        at now: UInt64,
        in database: Database
    ) throws -> (account: Account, seen: UInt64)? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT name, role, begun, seen FROM page_session
                JOIN account ON account.name = page_session.account WHERE token_hash = ?
                """,
            arguments: [Data(token.hash)]
        )
        guard let row else { return nil }
        let begun = UInt64(clamping: row["begun"] as Int64)
        let seen = UInt64(clamping: row["seen"] as Int64)
        // A clock that was set back ends a session too.
        guard now >= begun, now < begun + sessionLife, now < seen + sessionIdle else { return nil }
        return (try account(row), seen)
    }

    private static func endOldSessions(at now: UInt64, in database: Database) throws {
        try database.execute(
            sql: "DELETE FROM page_session WHERE seen < ? OR begun < ? OR begun > ?",
            arguments: [
                Int64(clamping: now) - Int64(sessionIdle),
                Int64(clamping: now) - Int64(sessionLife), Int64(clamping: now),
            ]
        )
    }
}
