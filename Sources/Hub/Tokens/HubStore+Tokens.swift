import Foundation
import GRDB
import Statistics

extension HubStore {
    static let tokenTables = """
        -- The tokens of each landlord's latest statement: they go with it, and with their period's key.
        CREATE TABLE token_list (
            programme TEXT NOT NULL,
            landlord TEXT NOT NULL,
            version INTEGER NOT NULL,
            period TEXT NOT NULL,
            body BLOB NOT NULL,
            UNIQUE (programme, landlord),
            FOREIGN KEY (programme, landlord, version)
                REFERENCES statement (programme, landlord, version)
        ) STRICT;
        -- How many distinct persons stand behind statements, once they were counted.
        CREATE TABLE person_count (
            programme TEXT NOT NULL REFERENCES programme (code),
            figure TEXT NOT NULL,
            -- « B1 7, B2 9 »: the landlords, each with the version of its statement.
            statements TEXT NOT NULL,
            persons INTEGER NOT NULL CHECK (persons >= 0),
            PRIMARY KEY (programme, figure, statements)
        ) STRICT, WITHOUT ROWID;
        """

    /// Receives a landlord's tokens, signed by one of its devices, on a UTC day.
    @discardableResult
    func receive(
        tokens bytes: [UInt8],
        _ list: TokenList,
        origin: String,
        receivedDay: Int,
        sender: String
    ) throws -> StatementReception {
        defer { noteChange() }
        return try queue.write { database in
            do {
                return try Self.keep(bytes, list, sender, in: database)
            } catch let reason as RefusalReason {
                try Self.record(reason, origin: origin, day: receivedDay, in: database)
                return .refused(reason)
            }
        }
    }

    private static func keep(
        _ bytes: [UInt8],
        _ list: TokenList,
        _ sender: String,
        in database: Database
    ) throws -> StatementReception {
        guard list.landlord == sender else {
            throw RefusalReason.wrongSender(landlord: list.landlord, sender: sender)
        }
        let policy = try policy(in: database)
        guard policy.tokenLandlords.contains(sender) else {
            throw RefusalReason.tokensNotAllowed(landlord: sender)
        }
        guard list.period == policy.period?.name else {
            throw RefusalReason.tokensOfOtherPeriod(list.period)
        }
        let statements = try latest(
            programme: list.programme,
            upTo: UTCDay.range.upperBound,
            in: database
        )
        guard let statement = statements.first(where: { $0.headline.landlord.code == sender }),
            statement.headline.version >= list.version
        else { throw RefusalReason.tokensWithoutStatement(version: list.version) }
        let latest = statement.headline.version
        guard latest == list.version else {
            throw RefusalReason.olderVersion(list.version, latest: latest)
        }
        guard list.matches(statement.headline) else {
            throw RefusalReason.tokensDoNotMatch(version: list.version)
        }
        try database.execute(
            sql: """
                INSERT OR REPLACE INTO token_list (programme, landlord, version, period, body)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [list.programme, sender, list.version, list.period, Data(bytes)]
        )
        return .accepted(version: list.version)
    }

    /// Takes what was deleted out of the write-ahead log too, where it would lie until the next checkpoint.
    func forgetDeleted() throws {
        try queue.inDatabase { database in
            // A reader of the pages may hold it up: the next night does it then.
            do { try database.checkpoint(.truncate) } catch DatabaseError.SQLITE_BUSY {}
        }
    }

    /// Deletes the tokens of another period, or of landlords that the policy no longer names.
    static func deleteTokens(notUnder policy: ReleasePolicy, in database: Database) throws {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT DISTINCT landlord, period FROM token_list"
        )
        for row in rows {
            let (landlord, period): (String, String) = (row["landlord"], row["period"])
            let serves = period == policy.period?.name && policy.tokenLandlords.contains(landlord)
            guard !serves else { continue }
            try database.execute(
                sql: "DELETE FROM token_list WHERE landlord = ? AND period = ?",
                arguments: [landlord, period]
            )
        }
    }
}
