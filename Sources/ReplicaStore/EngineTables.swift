import GRDB

/// The tables of the engine itself, one migration one name, never edited after release.
enum EngineTables {
    /// « PSRL », so that any tool can tell a store from another SQLite file.
    static let applicationID = 0x5053_524C

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("engine-1") { database in
            try database.execute(sql: engine1)
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        migrator.registerMigration("engine-2-identity") { database in
            try database.execute(sql: engine2Identity)
        }
        return migrator
    }

    private static let engine1 = """
        -- Who this store is: one row.
        CREATE TABLE passerelle_store (
            one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
            partition_kind TEXT NOT NULL,
            partition_id BLOB NOT NULL CHECK (length(partition_id) = 16),
            partition_code TEXT NOT NULL,
            own_place INTEGER NOT NULL REFERENCES passerelle_site (place),
            arrival INTEGER NOT NULL,
            last_time INTEGER NOT NULL,
            last_bundle INTEGER NOT NULL,
            schema_digest BLOB NOT NULL
        ) STRICT;
        -- The version vector, and the small number of each replica in the clocks of rows.
        CREATE TABLE passerelle_site (
            place INTEGER NOT NULL PRIMARY KEY,
            replica BLOB NOT NULL UNIQUE CHECK (length(replica) = 16),
            counter INTEGER NOT NULL
        ) STRICT;
        -- What was known when: everything that arrived up to `arrival` is covered by `vector`.
        CREATE TABLE passerelle_arrival (
            arrival INTEGER NOT NULL PRIMARY KEY,
            vector BLOB NOT NULL
        ) STRICT;
        -- Deleted rows, whole, until every replica has acknowledged the deletion.
        CREATE TABLE passerelle_grave (
            collection TEXT NOT NULL,
            id BLOB NOT NULL CHECK (length(id) = 16),
            clock BLOB NOT NULL,
            arrival INTEGER NOT NULL,
            packed BLOB NOT NULL,
            PRIMARY KEY (collection, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX passerelle_grave_by_arrival ON passerelle_grave (collection, arrival);
        -- Concurrent versions that are not shown, until somebody writes again.
        CREATE TABLE passerelle_sibling (
            id BLOB NOT NULL CHECK (length(id) = 16),
            collection TEXT NOT NULL,
            tag INTEGER NOT NULL,
            place INTEGER NOT NULL,
            counter INTEGER NOT NULL,
            value ANY,
            PRIMARY KEY (id, collection, tag, place, counter)
        ) STRICT, WITHOUT ROWID;
        -- Bundles that came before what they build on.
        CREATE TABLE passerelle_held (
            sender BLOB NOT NULL CHECK (length(sender) = 16),
            sequence INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (sender, sequence)
        ) STRICT;
        -- The bundles of each sender that were applied, to name those that are missing.
        CREATE TABLE passerelle_applied (
            sender BLOB NOT NULL CHECK (length(sender) = 16),
            sequence INTEGER NOT NULL,
            PRIMARY KEY (sender, sequence)
        ) STRICT, WITHOUT ROWID;
        -- What people decided about conflicts: here only, the decision itself travels as a write.
        CREATE TABLE passerelle_decision (
            number INTEGER NOT NULL PRIMARY KEY,
            collection TEXT NOT NULL,
            id BLOB NOT NULL CHECK (length(id) = 16),
            tag INTEGER NOT NULL,
            decided_at INTEGER NOT NULL,
            who TEXT NOT NULL,
            why TEXT NOT NULL
        ) STRICT;
        """

    private static let engine2Identity = """
        -- Marks that the engine leaves for itself.
        CREATE TABLE IF NOT EXISTS passerelle_mark (
            name TEXT NOT NULL PRIMARY KEY,
            value BLOB
        ) STRICT;
        -- Which file this is, and how far its own writes were told and acknowledged: one row.
        CREATE TABLE passerelle_incarnation (
            one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
            token BLOB NOT NULL CHECK (length(token) = 16),
            fingerprint BLOB CHECK (length(fingerprint) = 32),
            told INTEGER NOT NULL DEFAULT 0,
            acknowledged INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        -- The replica ids that this store had. Writes past `floor_counter` up to `ceiling_counter`
        -- may have been made twice; what of them arrives later is restated.
        CREATE TABLE passerelle_identity (
            number INTEGER NOT NULL PRIMARY KEY,
            replica BLOB NOT NULL UNIQUE CHECK (length(replica) = 16),
            reason TEXT NOT NULL,
            retired_at INTEGER NOT NULL,
            floor_counter INTEGER NOT NULL,
            ceiling_counter INTEGER NOT NULL CHECK (ceiling_counter >= floor_counter),
            was_told INTEGER NOT NULL CHECK (was_told IN (0, 1)),
            restated INTEGER NOT NULL,
            doubts INTEGER NOT NULL
        ) STRICT;
        -- The writes of former ids that now bear another name.
        CREATE TABLE passerelle_renamed (
            replica BLOB NOT NULL CHECK (length(replica) = 16),
            counter INTEGER NOT NULL,
            id BLOB NOT NULL CHECK (length(id) = 16),
            time INTEGER NOT NULL,
            PRIMARY KEY (replica, counter)
        ) STRICT, WITHOUT ROWID;
        -- The bundles that this store sent: a bundle under its number with another digest is not its own.
        CREATE TABLE passerelle_sent (
            sender BLOB NOT NULL CHECK (length(sender) = 16),
            sequence INTEGER NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            counter INTEGER NOT NULL,
            PRIMARY KEY (sender, sequence)
        ) STRICT, WITHOUT ROWID;
        -- What this replica's share of a counter was before one of its own writes.
        CREATE TABLE passerelle_share (
            counter INTEGER NOT NULL,
            tag INTEGER NOT NULL,
            previous INTEGER NOT NULL,
            increments INTEGER NOT NULL,
            decrements INTEGER NOT NULL,
            PRIMARY KEY (counter, tag)
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE passerelle_applied ADD COLUMN digest BLOB;
        """
}
