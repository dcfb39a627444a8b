import GRDB
import Statistics

extension HubStore {
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
