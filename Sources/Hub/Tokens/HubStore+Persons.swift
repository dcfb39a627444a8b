import Foundation
import GRDB
import Statistics

extension HubStore {
    /// Counts the distinct persons behind a programme's latest statements, where their tokens allow it,
    /// and deletes the tokens of statements that a later one replaced.
    ///
    /// What was counted stays: a bilan of these statements says the same whenever it is written.
    func countPersons(_ programme: String, upTo day: Int) throws {
        defer { noteChange() }
        try queue.write { database in
            try Self.deleteReplacedTokens(of: programme, in: database)
            let statements = try Self.expectedStatements(programme, upTo: day, in: database)
            let policy = try Self.policy(in: database)
            let lists = try Self.tokenLists(of: programme, in: database)
            for figure in PersonToken.Figure.allCases {
                let count = PersonCount(figure, statements, tokens: lists, policy: policy)
                guard case .distinct(let persons) = count, !statements.isEmpty else { continue }
                try database.execute(
                    sql: "INSERT OR IGNORE INTO person_count VALUES (?, ?, ?, ?)",
                    arguments: [programme, figure.rawValue, Self.name(of: statements), persons]
                )
            }
        }
        try forgetDeleted()
    }

    func personCounts(
        _ programme: String,
        upTo day: Int
    ) throws -> [PersonToken.Figure: PersonCount] {
        try queue.read { try Self.personCounts(programme, upTo: day, in: $0) }
    }

    /// The persons of a programme's figures, and of which kind each number is.
    static func personCounts(
        _ programme: String,
        upTo day: Int,
        in database: Database
    ) throws -> [PersonToken.Figure: PersonCount] {
        let statements = try expectedStatements(programme, upTo: day, in: database)
        guard !statements.isEmpty else { return [:] }
        let reason = try reasonNotToCount(statements, programme, in: database)
        var counts: [PersonToken.Figure: PersonCount] = [:]
        for figure in PersonToken.Figure.allCases {
            let counted = try Int.fetchOne(
                database,
                sql: """
                    SELECT persons FROM person_count
                    WHERE programme = ? AND figure = ? AND statements = ?
                    """,
                arguments: [programme, figure.rawValue, name(of: statements)]
            )
            let sum = statements.reduce(0) { $0 + $1.counts[figure.indicator] }
            counts[figure] =
                counted.map(PersonCount.distinct) ?? .landlordPersons(sum, because: reason)
        }
        return counts
    }

    /// Why persons were not counted once, told without reading a token.
    private static func reasonNotToCount(
        _ statements: [Statistics.Statement],
        _ programme: String,
        in database: Database
    ) throws -> PersonCount.Reason {
        let policy = try policy(in: database)
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT landlord, version FROM token_list WHERE programme = ?",
            arguments: [programme]
        )
        var versions: [String: Int] = [:]
        for row in rows { versions[row["landlord"]] = row["version"] }
        for statement in statements {
            let code = statement.landlord.code
            guard policy.tokenLandlords.contains(code) else { return .notAllowed(landlord: code) }
            guard let version = versions[code] else { return .noTokens(landlord: code) }
            guard version == statement.version else { return .otherTokens(landlord: code) }
        }
        return .notCounted
    }

    private static func expectedStatements(
        _ programme: String,
        upTo day: Int,
        in database: Database
    ) throws -> [Statistics.Statement] {
        let expected = Set(
            try expectedLandlords(programme: programme, in: database).map(\.code)
        )
        return try latest(programme: programme, upTo: day, in: database).map(\.headline)
            .filter { expected.contains($0.landlord.code) }
    }

    private static func tokenLists(
        of programme: String,
        in database: Database
    ) throws -> [TokenList] {
        try Row.fetchAll(
            database,
            sql: "SELECT landlord, body FROM token_list WHERE programme = ?",
            arguments: [programme]
        ).map { row in
            let body: Data = row["body"]
            guard let list = TokenList(bytes: Array(body)) else {
                let landlord: String = row["landlord"]
                throw HubFailure.unreadableRow(
                    table: "token_list",
                    key: "\(programme) \(landlord)"
                )
            }
            return list
        }
    }

    private static func deleteReplacedTokens(
        of programme: String,
        in database: Database
    ) throws {
        try database.execute(
            sql: """
                DELETE FROM token_list WHERE programme = :programme AND version < (
                    SELECT max(version) FROM statement
                    WHERE programme = :programme AND landlord = token_list.landlord)
                """,
            arguments: ["programme": programme]
        )
    }

    /// « B1 7, B2 9 »: codes have no space and no comma.
    private static func name(of statements: [Statistics.Statement]) -> String {
        statements.map { "\($0.landlord.code) \($0.version)" }.joined(separator: ", ")
    }
}
