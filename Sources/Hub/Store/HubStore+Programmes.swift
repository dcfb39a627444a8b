import GRDB
import Statistics

extension HubStore {
    /// The declared programmes, by code.
    package func programmes() throws -> [Programme] {
        try queue.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM programme ORDER BY code")
                .map(Self.programme)
        }
    }

    /// The landlords that a programme expects, by code.
    package func expectedLandlords(programme: String) throws -> [Landlord] {
        try queue.read { try Self.expectedLandlords(programme: programme, in: $0) }
    }

    static func programme(code: String, in database: Database) throws -> Programme {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT * FROM programme WHERE code = ?",
            arguments: [code]
        )
        guard let row else { throw HubFailure.unknownProgramme(code: code) }
        return try programme(row)
    }

    static func expectedLandlords(
        programme: String,
        in database: Database
    ) throws -> [Landlord] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT landlord.code, landlord.name FROM expected_landlord
                JOIN landlord ON landlord.code = expected_landlord.landlord
                WHERE expected_landlord.programme = ? ORDER BY landlord.code
                """,
            arguments: [programme]
        ).map { try Landlord(code: $0["code"], name: $0["name"]) }
    }

    private static func programme(_ row: Row) throws -> Programme {
        let code: String = row["code"]
        guard let start = UTCDay(number: row["start_day"]), let end = UTCDay(number: row["end_day"])
        else { throw HubFailure.unreadableRow(table: "programme", key: code) }
        return try Programme(
            code: code,
            name: row["name"],
            objective: row["objective"],
            start: start,
            end: end
        )
    }
}
