extension EngineTables {
    /// What colleagues relay of devices that were revoked.
    static let engine3Relayed = """
        -- Replicas whose writes past a number are listed as they come: those of revoked devices.
        CREATE TABLE passerelle_watched (
            replica BLOB NOT NULL PRIMARY KEY CHECK (length(replica) = 16),
            counter INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        -- The rows that such writes came to, as they were before the first of them.
        CREATE TABLE passerelle_relayed (
            collection TEXT NOT NULL,
            id BLOB NOT NULL CHECK (length(id) = 16),
            noticed_at INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('absent', 'alive', 'deleted', 'unknown')),
            -- Whether one of these writes deleted it.
            is_deletion INTEGER NOT NULL CHECK (is_deletion IN (0, 1)),
            clock BLOB NOT NULL,
            packed BLOB NOT NULL,
            PRIMARY KEY (collection, id)
        ) STRICT, WITHOUT ROWID;
        """
}
