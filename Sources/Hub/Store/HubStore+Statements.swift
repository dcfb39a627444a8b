import Foundation
import GRDB
import Statistics

extension HubStore {
    /// The accepted statement under the same landlord, programme and version, read back.
    static func storedStatement(
        like statement: Statement,
        in database: Database
    ) throws -> SentStatement? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT * FROM statement WHERE programme = ? AND landlord = ? AND version = ?
                """,
            arguments: [statement.programme, statement.landlord.code, statement.version]
        )
        return try row.map(Self.sent)
    }

    /// The latest accepted statement of each landlord whose cutoff is on or before a day.
    static func latest(
        programme: String,
        upTo day: Int,
        in database: Database
    ) throws -> [SentStatement] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT statement.*, max(version) FROM statement
                WHERE programme = ? AND cutoff_day <= ?
                GROUP BY landlord ORDER BY landlord
                """,
            arguments: [programme, day]
        ).map(sent)
    }

    /// The same, for the bilan.
    static func register(
        programme: String,
        upTo day: Int,
        in database: Database
    ) throws -> StatementRegister {
        var register = StatementRegister()
        for statement in try latest(programme: programme, upTo: day, in: database) {
            register.insert(statement.headline)
        }
        return register
    }

    /// The exact counts of a row.
    static func statement(_ row: Row) throws -> Statement { try sent(row).headline }

    static func sent(_ row: Row) throws -> SentStatement {
        let body: Data = row["body"]
        do {
            return try SentStatement(bytes: Array(body))
        } catch {
            let key = "\(row["programme"] as String) \(row["landlord"] as String)"
            throw HubFailure.unreadableRow(
                table: "statement",
                key: "\(key) \(row["version"] as Int)"
            )
        }
    }
}
