import Foundation
import GRDB

/// What this device sent upwards, and what it saw come out of it: counts, and nothing of a person.
extension CustodyLedger {
    static let statementTables = """
        -- The statements with tables that this device sent, byte for byte: their hashes stand in releases.
        CREATE TABLE sent_statement (
            programme TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0),
            bytes BLOB NOT NULL,
            PRIMARY KEY (programme, version)
        ) STRICT, WITHOUT ROWID;
        -- The last release of each programme that was looked at here: the hub may not rewrite it.
        CREATE TABLE seen_release (
            programme TEXT NOT NULL PRIMARY KEY,
            number INTEGER NOT NULL CHECK (number > 0),
            digest TEXT NOT NULL CHECK (length(digest) = 64)
        ) STRICT, WITHOUT ROWID;
        """

    /// So many versions of a programme are kept.
    static let mostStatements = 64

    func noteSent(_ bytes: [UInt8], _ programme: String, version: Int) throws {
        try write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO sent_statement VALUES (?, ?, ?)",
                arguments: [programme, version, Data(bytes)]
            )
            try database.execute(
                sql: """
                    DELETE FROM sent_statement WHERE programme = :programme AND version <= (
                        SELECT max(version) FROM sent_statement WHERE programme = :programme) - :most
                    """,
                arguments: ["programme": programme, "most": Self.mostStatements]
            )
        }
    }

    func sentStatements(of programme: String) throws -> [[UInt8]] {
        try read { database in
            try Data.fetchAll(
                database,
                sql: "SELECT bytes FROM sent_statement WHERE programme = ? ORDER BY version",
                arguments: [programme]
            ).map(Array.init)
        }
    }

    func seenRelease(of programme: String) throws -> (number: Int, digest: String)? {
        try read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT number, digest FROM seen_release WHERE programme = ?",
                arguments: [programme]
            ).map { ($0["number"], $0["digest"]) }
        }
    }

    func noteSeen(_ programme: String, number: Int, digest: String) throws {
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO seen_release VALUES (?, ?, ?)",
                arguments: [programme, number, digest]
            )
        }
    }
}
