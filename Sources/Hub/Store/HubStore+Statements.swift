import Foundation
import GRDB
import Statistics

extension HubStore {
    /// The accepted statement under the same landlord, programme and version, read back.
    static func storedStatement(
        like statement: Statement,
        in database: Database
    ) throws -> Statement? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT * FROM statement WHERE programme = ? AND landlord = ? AND version = ?
                """,
            arguments: [statement.programme, statement.landlord.code, statement.version]
        )
        return try row.map(Self.statement)
    }

    /// All accepted statements of a programme whose cutoff is on or before a day.
    static func register(
        programme: String,
        upTo day: Int,
        in database: Database
    ) throws -> StatementRegister {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM statement WHERE programme = ? AND cutoff_day <= ?
                ORDER BY landlord, version
                """,
            arguments: [programme, day]
        )
        var register = StatementRegister()
        for row in rows {
            register.insert(try statement(row))
        }
        return register
    }

    static func statement(_ row: Row) throws -> Statement {
        let body: Data = row["body"]
        do {
            return try Statement(bytes: Array(body))
        } catch {
            let key = "\(row["programme"] as String) \(row["landlord"] as String)"
            throw HubFailure.unreadableRow(
                table: "statement",
                key: "\(key) \(row["version"] as Int)"
            )
        }
    }
}
