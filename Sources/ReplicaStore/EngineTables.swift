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
        migrator.registerMigration("engine-2-merge") { database in
            try database.execute(sql: engine2Merge)
        }
        migrator.registerMigration("engine-2-erasure") { try $0.execute(sql: erasure) }
        migrator.registerMigration("engine-2-inbox") { database in
            try database.execute(sql: engine2Inbox)
        }
        migrator.registerMigration("engine-2-identity") { database in
            try database.execute(sql: engine2Identity)
        }
        migrator.registerMigration("engine-3-relayed") { database in
            try database.execute(sql: engine3Relayed)
        }
        return migrator
    }

    private static let engine2Merge = """
        -- The digest of what every replica must agree on (NULL: to be counted), and what was freed.
        ALTER TABLE passerelle_store ADD COLUMN digest BLOB
            CHECK (digest IS NULL OR length(digest) = 16);
        ALTER TABLE passerelle_store ADD COLUMN purged BLOB NOT NULL DEFAULT x'00';
        -- What each other replica is known to have seen; a deletion is freed once all have seen it.
        CREATE TABLE passerelle_peer (
            replica BLOB NOT NULL PRIMARY KEY CHECK (length(replica) = 16),
            vector BLOB NOT NULL,
            heard_at INTEGER NOT NULL,
            is_aside INTEGER NOT NULL CHECK (is_aside IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        -- Values of fields that this version does not know, by the write that they are of.
        CREATE TABLE passerelle_unknown (
            collection TEXT NOT NULL,
            id BLOB NOT NULL CHECK (length(id) = 16),
            tag INTEGER NOT NULL CHECK (tag BETWEEN 1 AND 62),
            place INTEGER NOT NULL,
            counter INTEGER NOT NULL,
            value ANY,
            PRIMARY KEY (collection, id, tag, place, counter)
        ) STRICT, WITHOUT ROWID;
        -- Rows of collections that this version does not know.
        CREATE TABLE passerelle_stranger (
            collection TEXT NOT NULL,
            id BLOB NOT NULL CHECK (length(id) = 16),
            clock BLOB NOT NULL,
            arrival INTEGER NOT NULL,
            PRIMARY KEY (collection, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX passerelle_stranger_by_arrival ON passerelle_stranger (collection, arrival);
        -- Equal knowledge with unequal digests: something went wrong, and which rows.
        CREATE TABLE passerelle_alarm (
            number INTEGER NOT NULL PRIMARY KEY,
            noticed_at INTEGER NOT NULL,
            vector BLOB NOT NULL,
            own_digest BLOB NOT NULL CHECK (length(own_digest) = 16),
            their_digest BLOB NOT NULL CHECK (length(their_digest) = 16),
            is_over INTEGER NOT NULL CHECK (is_over IN (0, 1))
        ) STRICT;
        """

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

    private static let erasure = """
        -- Rows that were erased for good: whatever bundle brings them, they stay away.
        CREATE TABLE passerelle_erased (
            collection TEXT NOT NULL,
            id BLOB NOT NULL CHECK (length(id) = 16),
            PRIMARY KEY (collection, id)
        ) STRICT, WITHOUT ROWID;
        -- What the next opening must see to, by name.
        CREATE TABLE IF NOT EXISTS passerelle_mark (
            name TEXT PRIMARY KEY,
            value BLOB
        ) STRICT;
        """
}
