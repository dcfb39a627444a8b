import Foundation
import GRDB
import Statistics

extension HubStore {
    /// The longest name of an origin, in bytes.
    package static let longestOrigin = 200

    /// Receives one statement, on a UTC day; the same bytes again change nothing.
    ///
    /// `sender` is the landlord that the transport authenticated, where it did: nobody sends for
    /// another.
    @discardableResult
    package func receive(
        statementBytes: [UInt8],
        origin: String,
        receivedDay: Int,
        sender: String? = nil
    ) throws -> StatementReception {
        guard UTCDay(number: receivedDay) != nil else { throw HubFailure.badDay(receivedDay) }
        defer { noteChange() }
        return try queue.write { database in
            do {
                let arrival = try Arrival(
                    bytes: statementBytes,
                    origin: origin,
                    receivedDay: receivedDay,
                    sender: sender
                )
                return try Self.keep(arrival, in: database)
            } catch let reason as RefusalReason {
                try Self.record(reason, origin: origin, day: receivedDay, in: database)
                return .refused(reason)
            }
        }
    }

    private static func keep(_ arrival: Arrival, in database: Database) throws -> StatementReception
    {
        let statement = arrival.sent.headline
        try requireExpected(statement, in: database)
        let version = statement.version
        if let present = try storedStatement(like: statement, in: database) {
            guard present == arrival.sent else { throw RefusalReason.conflictingVersion(version) }
            return .unchanged(version: version)
        }
        if let latest = try latestVersion(like: statement, in: database), latest > version {
            throw RefusalReason.olderVersion(version, latest: latest)
        }
        try database.execute(
            sql: """
                INSERT INTO statement
                    (programme, landlord, version, cutoff_day, received_day, origin, body)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                statement.programme, statement.landlord.code, version, statement.cutoff.number,
                arrival.receivedDay, arrival.origin, Data(arrival.bytes),
            ]
        )
        return .accepted(version: version)
    }

    private static func requireExpected(_ statement: Statement, in database: Database) throws {
        let declared = try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM programme WHERE code = ?)",
            arguments: [statement.programme]
        )
        guard declared == true else {
            throw RefusalReason.unknownProgramme(code: statement.programme)
        }
        let expected = try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM expected_landlord WHERE programme = ? AND landlord = ?)
                """,
            arguments: [statement.programme, statement.landlord.code]
        )
        guard expected == true else {
            throw RefusalReason.unexpectedLandlord(
                code: statement.landlord.code,
                programme: statement.programme
            )
        }
    }

    private static func latestVersion(
        like statement: Statement,
        in database: Database
    ) throws -> Int? {
        try Int.fetchOne(
            database,
            sql: "SELECT MAX(version) FROM statement WHERE programme = ? AND landlord = ?",
            arguments: [statement.programme, statement.landlord.code]
        )
    }

    /// A refusal is kept once a day: a rerun adds nothing.
    static func record(
        _ reason: RefusalReason,
        origin: String,
        day: Int,
        in database: Database
    ) throws {
        // A name that was refused is not kept either.
        let origin = reason == .badOrigin ? "?" : origin
        try database.execute(
            sql: "INSERT OR IGNORE INTO refusal (received_day, origin, reason) VALUES (?, ?, ?)",
            arguments: [day, origin, reason.description]
        )
    }
}
