import GRDB
import Statistics

extension HubStore {
    /// How many statements were accepted on a UTC day.
    package func accepted(on day: Int) throws -> Int {
        try queue.read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM statement WHERE received_day = ?",
                arguments: [day]
            ) ?? 0
        }
    }

    /// What was refused on a UTC day: where it came from and why.
    package func refusals(on day: Int) throws -> [Refusal] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT origin, reason FROM refusal
                    WHERE received_day = ? ORDER BY origin, reason
                    """,
                arguments: [day]
            ).map { Refusal(origin: $0["origin"], reason: $0["reason"]) }
        }
    }
}
