import Foundation
import GRDB

extension HubStore {
    static let accountTables = """
        CREATE TABLE account (
            name TEXT NOT NULL PRIMARY KEY,
            role TEXT NOT NULL,
            log2_rounds INTEGER NOT NULL,
            parallelism INTEGER NOT NULL,
            salt BLOB NOT NULL,
            hash BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        -- Of a session only the hash of its token is kept; times are milliseconds since 1970.
        CREATE TABLE page_session (
            token_hash BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
            account TEXT NOT NULL REFERENCES account (name) ON DELETE CASCADE,
            begun INTEGER NOT NULL,
            seen INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        -- Whose login failed, by hash: a name that was typed may be a password.
        CREATE TABLE login_failure (
            who BLOB NOT NULL PRIMARY KEY CHECK (length(who) = 32),
            failures INTEGER NOT NULL,
            last INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        -- Who saw or took what: nothing is changed or removed, and each line holds the one before.
        CREATE TABLE page_audit (
            number INTEGER NOT NULL PRIMARY KEY,
            at INTEGER NOT NULL,
            account TEXT NOT NULL,
            action TEXT NOT NULL,
            what TEXT NOT NULL,
            chain BLOB NOT NULL CHECK (length(chain) = 32)
        ) STRICT;
        CREATE TRIGGER page_audit_stays BEFORE UPDATE ON page_audit
        BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
        CREATE TRIGGER page_audit_remains BEFORE DELETE ON page_audit
        BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
        """

    /// Who may read the pages, by name.
    package func accounts() throws -> [Account] {
        try queue.read { database in
            try Row.fetchAll(database, sql: "SELECT name, role FROM account ORDER BY name")
                .map(Self.account)
        }
    }

    package func add(_ account: Account, _ password: PasswordHash) throws {
        try queue.write { database in
            guard try Self.password(of: account.name, in: database) == nil else {
                throw AccountFailure.exists
            }
            try database.execute(
                sql: "INSERT INTO account VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    account.name, account.role.rawValue, Int64(password.log2Rounds),
                    Int64(password.parallelism), password.salt, password.hash,
                ]
            )
        }
    }

    package func setRole(of name: String, to role: AccountRole) throws {
        try change("UPDATE account SET role = ? WHERE name = ?", [role.rawValue, name])
    }

    /// Sets a password; whoever was logged in with the other one is so no more.
    package func setPassword(of name: String, to password: PasswordHash) throws {
        try queue.write { database in
            try database.execute(
                sql: """
                    UPDATE account SET log2_rounds = ?, parallelism = ?, salt = ?, hash = ?
                    WHERE name = ?
                    """,
                arguments: [
                    Int64(password.log2Rounds), Int64(password.parallelism), password.salt,
                    password.hash, name,
                ]
            )
            guard database.changesCount == 1 else { throw AccountFailure.unknown }
            try database.execute(
                sql: "DELETE FROM page_session WHERE account = ?",
                arguments: [name]
            )
            try Self.forgive(.account(name), in: database)
        }
    }

    package func removeAccount(_ name: String) throws {
        try change("DELETE FROM account WHERE name = ?", [name])
    }

    private func change(_ sql: String, _ arguments: StatementArguments) throws {
        try queue.write { database in
            try database.execute(sql: sql, arguments: arguments)
            guard database.changesCount == 1 else { throw AccountFailure.unknown }
        }
    }

    /// What is kept of the password of an account; nil of one that does not exist.
    package func password(of name: String) throws -> PasswordHash? {
        try queue.read { try Self.password(of: name, in: $0) }
    }

    private static func password(of name: String, in database: Database) throws -> PasswordHash? {
        try Row.fetchOne(database, sql: "SELECT * FROM account WHERE name = ?", arguments: [name])
            .map { row in
                PasswordHash(
                    log2Rounds: UInt64(clamping: row["log2_rounds"] as Int64),
                    parallelism: UInt64(clamping: row["parallelism"] as Int64),
                    salt: row["salt"],
                    hash: row["hash"]
                )
            }
    }

    static func account(_ row: Row) throws -> Account {
        guard let role = AccountRole(rawValue: row["role"]) else {
            throw HubFailure.unreadableRow(table: "account", key: row["name"])
        }
        return try Account(name: row["name"], role: role)
    }
}
