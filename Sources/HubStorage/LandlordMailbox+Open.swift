import Foundation
import GRDB
import HubWire
import Membership
import Sealing
import Seams

extension LandlordMailbox {
    /// Marks the file as ours: « PBox » in ASCII.
    private static let applicationID = 0x5042_6F78
    private static let synchronousFull = 2

    /// Makes a mailbox where there is none, for the landlord of a log that somebody vouches for.
    static func create(
        at path: String,
        _ log: MembershipLog,
        code: String?,
        _ entropy: some Entropy
    ) throws -> LandlordMailbox {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        try prepare(queue, path)
        let epoch = entropy.bytes(16).hexadecimal
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO mailbox (id, epoch, position, log, code) VALUES (1, ?, 0, ?, ?)
                    """,
                arguments: [epoch, Data(log.bytes), code]
            )
        }
        return LandlordMailbox(queue, epoch: epoch, code: code, log)
    }

    static func open(at path: String) throws -> LandlordMailbox {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try prepare(queue, path)
        let row = try queue.read { database in
            try Row.fetchOne(database, sql: "SELECT epoch, code, log FROM mailbox")
        }
        guard let row else { throw StorageFailure.notAMailbox(path: path) }
        let log: Data = row["log"]
        return LandlordMailbox(
            queue,
            epoch: row["epoch"],
            code: row["code"],
            try MembershipLog(Array(log))
        )
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "mailbox"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // What was taken away leaves no bytes behind.
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    private static func prepare(_ queue: DatabaseQueue, _ path: String) throws {
        try queue.writeWithoutTransaction { database in
            guard try Int.fetchOne(database, sql: "PRAGMA application_id") == applicationID else {
                throw StorageFailure.notAMailbox(path: path)
            }
            guard try !migrator.hasBeenSuperseded(database) else {
                throw StorageFailure.laterVersion(path: path)
            }
            // A pragma that is not obeyed raises no error: it is read back.
            let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
            guard journal == "wal", synchronous == synchronousFull else {
                throw StorageFailure.notDurable(path: path)
            }
        }
        try migrator.migrate(queue)
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("mailbox-1") { database in
            try database.execute(sql: first)
        }
        migrator.registerMigration("mailbox-2-nights") { database in
            try database.execute(sql: nights)
        }
        return migrator
    }

    private static let nights = """
        -- The short code under which the landlord sends its statements, as the operator gave it.
        ALTER TABLE mailbox ADD COLUMN code TEXT;
        -- The UTC day on which a bundle came, and whether it is the region's.
        ALTER TABLE bundle ADD COLUMN came_on INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE bundle ADD COLUMN is_region INTEGER NOT NULL DEFAULT 0
            CHECK (is_region IN (0, 1));
        -- The landlord's statements, as its devices signed them.
        CREATE TABLE statement (
            number INTEGER NOT NULL PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
            came_on INTEGER NOT NULL,
            -- Whether a reconciliation has taken it.
            is_taken INTEGER NOT NULL CHECK (is_taken IN (0, 1)),
            bytes BLOB NOT NULL
        ) STRICT;
        -- The UTC day on which the last bundle or statement came.
        CREATE TABLE heard (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            came_on INTEGER NOT NULL
        ) STRICT;
        """

    private static let first = """
        -- The life of this store, its last position, and the landlord's signed log.
        CREATE TABLE mailbox (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            epoch TEXT NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 0),
            log BLOB NOT NULL
        ) STRICT;
        -- The bundles, by the SHA-256 of their bytes.
        CREATE TABLE bundle (
            position INTEGER NOT NULL PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
            is_snapshot INTEGER NOT NULL CHECK (is_snapshot IN (0, 1)),
            header BLOB NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;
        -- The bundles whose place a snapshot took.
        CREATE TABLE gone (
            position INTEGER NOT NULL PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
        ) STRICT;
        -- New receive keys, until the administrator enters them.
        CREATE TABLE receive_keys (
            device BLOB NOT NULL PRIMARY KEY CHECK (length(device) = 16),
            bytes BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        -- Logs that contradict ours, for the report; each once.
        CREATE TABLE fork (
            hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
            log BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
