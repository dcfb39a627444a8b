import GRDB
import Statistics

extension HubStore {
    /// The latest accepted statements of a programme.
    package func register(programme: String) throws -> StatementRegister {
        try queue.read { database in
            let declared = try Self.programme(code: programme, in: database)
            return try Self.register(
                programme: declared.code,
                upTo: UTCDay.range.upperBound,
                in: database
            )
        }
    }

    /// The bilan of a programme on a UTC day, from the statements cut on that day or before.
    package func bilan(programme: String, asOf: Int) throws -> Bilan {
        try queue.read { try Self.bilan(programme: programme, asOf: asOf, in: $0) }
    }

    static func bilan(programme: String, asOf: Int, in database: Database) throws -> Bilan {
        guard let day = UTCDay(number: asOf) else { throw HubFailure.badDay(asOf) }
        return try Bilan(
            register: try register(programme: programme, upTo: asOf, in: database),
            programme: try Self.programme(code: programme, in: database),
            expected: try expectedLandlords(programme: programme, in: database),
            asOf: day,
            threshold: try policy(in: database).threshold,
            persons: try personCounts(programme, upTo: asOf, in: database)
        )
    }
}
