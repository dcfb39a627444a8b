import Foundation
import GRDB
import HubWire
import Sealing
import Statistics

extension HubStore {
    static let frozenTables = """
        -- A bilan that was frozen, in every form that it was written in; it never changes.
        CREATE TABLE frozen_bilan (
            programme TEXT NOT NULL REFERENCES programme (code),
            day INTEGER NOT NULL,
            format TEXT NOT NULL,
            frozen_day INTEGER NOT NULL,
            body BLOB NOT NULL,
            sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
            PRIMARY KEY (programme, day, format)
        ) STRICT;
        CREATE TRIGGER frozen_bilan_stays BEFORE UPDATE ON frozen_bilan
        BEGIN SELECT RAISE(ABORT, 'a frozen bilan stays'); END;
        CREATE TRIGGER frozen_bilan_remains BEFORE DELETE ON frozen_bilan
        BEGIN SELECT RAISE(ABORT, 'a frozen bilan stays'); END;
        """

    /// Freezes the bilan of a programme on a day; one that is frozen already stays as it is.
    package func freeze(
        programme: String,
        day: Int,
        on today: Int
    ) throws -> (frozen: FrozenBilan, isNew: Bool) {
        guard day <= today else { throw HubFailure.freezesTheFuture(day: day) }
        defer { noteChange() }
        return try queue.write { database in
            if let frozen = try Self.frozen(programme: programme, day: day, in: database) {
                return (frozen, false)
            }
            let bilan = try Self.bilan(programme: programme, asOf: day, in: database)
                .forPublication
            for format in BilanFormat.allCases {
                let body = format.render(bilan)
                try database.execute(
                    sql: "INSERT INTO frozen_bilan VALUES (?, ?, ?, ?, ?, ?)",
                    arguments: [
                        programme, day, format.rawValue, today, Data(body),
                        Data(ContentHash(of: body).bytes),
                    ]
                )
            }
            guard let frozen = try Self.frozen(programme: programme, day: day, in: database) else {
                throw HubFailure.notFrozen(programme: programme, day: day)
            }
            return (frozen, true)
        }
    }

    /// The frozen bilans, the latest day first.
    package func frozenBilans() throws -> [FrozenBilan] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT programme, day, frozen_day, sha256 FROM frozen_bilan
                    WHERE format = 'json' ORDER BY day DESC, programme
                    """
            ).map(Self.frozen)
        }
    }

    /// The bilan that was frozen for a programme and a day, if one was.
    package func frozenBilan(programme: String, day: Int) throws -> FrozenBilan? {
        try queue.read { try Self.frozen(programme: programme, day: day, in: $0) }
    }

    /// The bytes that were kept of a frozen bilan, if they are still those that were kept.
    package func frozenBytes(
        programme: String,
        day: Int,
        as format: BilanFormat
    ) throws -> [UInt8] {
        try queue.read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT body, sha256 FROM frozen_bilan
                    WHERE programme = ? AND day = ? AND format = ?
                    """,
                arguments: [programme, day, format.rawValue]
            )
            guard let row else { throw HubFailure.notFrozen(programme: programme, day: day) }
            let (body, hash): (Data, Data) = (row["body"], row["sha256"])
            guard ContentHash(of: body).bytes == Array(hash) else {
                throw HubFailure.unreadableRow(table: "frozen_bilan", key: "\(programme) \(day)")
            }
            return Array(body)
        }
    }

    static func faultsOfFrozenBilans(_ database: Database) throws -> [String] {
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM frozen_bilan")
        var findings: [String] = []
        while let row = try rows.next() {
            let (body, hash): (Data, Data) = (row["body"], row["sha256"])
            guard ContentHash(of: body).bytes != Array(hash) else { continue }
            findings.append("the frozen bilan of \(row["programme"] as String) was altered")
        }
        return findings
    }

    private static func frozen(
        programme: String,
        day: Int,
        in database: Database
    ) throws -> FrozenBilan? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT programme, day, frozen_day, sha256 FROM frozen_bilan
                WHERE programme = ? AND day = ? AND format = 'json'
                """,
            arguments: [programme, day]
        ).map(frozen)
    }

    private static func frozen(_ row: Row) throws -> FrozenBilan {
        let programme: String = row["programme"]
        guard let day = UTCDay(number: row["day"]), let frozenOn = UTCDay(number: row["frozen_day"])
        else { throw HubFailure.unreadableRow(table: "frozen_bilan", key: programme) }
        let hash: Data = row["sha256"]
        return FrozenBilan(
            programme: programme,
            day: day,
            frozenOn: frozenOn,
            sha256: Array(hash).hexadecimal
        )
    }
}
