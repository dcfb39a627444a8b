import GRDB
import Statistics

extension HubStore {
    /// The bilans of the last days on which statements were cut, up to a UTC day, the latest first.
    package func history(programme code: String, upTo day: Int, nights: Int) throws -> [Bilan] {
        try queue.read { database in
            let programme = try Self.programme(code: code, in: database)
            let expected = try Self.expectedLandlords(programme: code, in: database)
            let threshold = try Self.policy(in: database).threshold
            var statements = try Self.statements(programme: code, upTo: day, in: database)[...]
            let days = Set(statements.map(\.cutoff)).sorted().suffix(nights)
            var register = StatementRegister()
            let bilans = try days.map { day in
                while let next = statements.first, next.cutoff <= day {
                    register.insert(next)
                    statements.removeFirst()
                }
                return try Bilan(
                    register: register,
                    programme: programme,
                    expected: expected,
                    asOf: day,
                    threshold: threshold
                )
            }
            return bilans.reversed()
        }
    }

    private static func statements(
        programme: String,
        upTo day: Int,
        in database: Database
    ) throws -> [Statement] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM statement WHERE programme = ? AND cutoff_day <= ?
                ORDER BY cutoff_day, landlord, version
                """,
            arguments: [programme, day]
        ).map(statement)
    }
}
