import GRDB
import Statistics

extension HubStore {
    /// Declares a programme and the landlords that it expects; a second call replaces the first.
    ///
    /// Statements of a landlord that is no longer expected stay in the file and are not counted.
    package func declare(programme: Programme, landlords: [Landlord]) throws {
        var seen: Set<String> = []
        for landlord in landlords where !seen.insert(landlord.code).inserted {
            throw HubFailure.landlordTwice(code: landlord.code)
        }
        defer { noteChange() }
        try queue.write { database in
            try Self.write(programme, to: database)
            try database.execute(
                sql: "DELETE FROM expected_landlord WHERE programme = ?",
                arguments: [programme.code]
            )
            for landlord in landlords {
                try Self.write(landlord, expectedIn: programme.code, to: database)
            }
        }
    }

    private static func write(_ programme: Programme, to database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO programme (code, name, objective, start_day, end_day)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET
                    name = excluded.name, objective = excluded.objective,
                    start_day = excluded.start_day, end_day = excluded.end_day
                """,
            arguments: [
                programme.code, programme.name, programme.objective, programme.start.number,
                programme.end.number,
            ]
        )
    }

    private static func write(
        _ landlord: Landlord,
        expectedIn programme: String,
        to database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO landlord (code, name) VALUES (?, ?)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name
                """,
            arguments: [landlord.code, landlord.name]
        )
        try database.execute(
            sql: "INSERT INTO expected_landlord (programme, landlord) VALUES (?, ?)",
            arguments: [programme, landlord.code]
        )
    }
}
