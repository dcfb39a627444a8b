import GRDB

extension CustodyLedger {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("custody-1") { database in
            try database.execute(sql: first)
        }
        migrator.registerMigration("custody-2-compaction") { database in
            try database.execute(sql: compaction)
        }
        migrator.registerMigration("custody-3-region") { database in
            try database.execute(sql: regionTables)
        }
        migrator.registerMigration("custody-4-statements") { database in
            try database.execute(sql: statementTables)
        }
        return migrator
    }

    private static let compaction = """
        -- The bundles sent and applied here, byte for byte: a snapshot may take their place.
        CREATE TABLE taken (
            hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
            -- The digest of what it says, of one made here.
            said BLOB,
            -- Whether rows were erased since.
            is_stale INTEGER NOT NULL CHECK (is_stale IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        -- The last bundle of each replica that a snapshot told of.
        CREATE TABLE covered (
            replica BLOB NOT NULL PRIMARY KEY CHECK (length(replica) = 16),
            sequence INTEGER NOT NULL CHECK (sequence > 0)
        ) STRICT, WITHOUT ROWID;
        -- The digest of the erased rows when bundles were last marked so.
        CREATE TABLE erasure (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            digest BLOB NOT NULL
        ) STRICT;
        """

    private static let first = """
        -- The membership log, and the other side of a fork if one was met.
        CREATE TABLE membership (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            log BLOB NOT NULL,
            other BLOB
        ) STRICT;
        -- The invitations accepted here: each serves once.
        CREATE TABLE invitation (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16)
        ) STRICT, WITHOUT ROWID;
        -- The last bundle opened, or sent, of each replica, and the device that carried it.
        CREATE TABLE head (
            replica BLOB NOT NULL PRIMARY KEY CHECK (length(replica) = 16),
            device BLOB NOT NULL CHECK (length(device) = 16),
            sequence INTEGER NOT NULL CHECK (sequence > 0),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            seen_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        -- Bundles of revoked devices, unopened, until the administrator decides.
        CREATE TABLE quarantine (
            hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
            device BLOB NOT NULL CHECK (length(device) = 16),
            replica BLOB NOT NULL CHECK (length(replica) = 16),
            sequence INTEGER NOT NULL,
            noticed_at INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted'))
        ) STRICT, WITHOUT ROWID;
        -- What was done here, without names: who is a device, what a word, the subject a hash or a number.
        CREATE TABLE audit (
            number INTEGER NOT NULL PRIMARY KEY,
            noted_at INTEGER NOT NULL,
            deed TEXT NOT NULL,
            subject TEXT NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        """
}
