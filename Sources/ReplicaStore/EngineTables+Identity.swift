extension EngineTables {
    /// Which file a store is, what ids it had, and what it said under them.
    static let engine2Identity = """
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
