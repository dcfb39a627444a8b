extension EngineTables {
    /// What the inbox lists, in tables that any SQLite tool can read.
    static let engine2Inbox = """
        -- When a set-aside version was written: its clock is in the row, which no tool can read.
        ALTER TABLE passerelle_sibling ADD COLUMN milliseconds INTEGER;
        -- Rows that somebody deleted while somebody else edited them; the write named is the one
        -- that lost: the deletion where the row is shown, the edit where it is not.
        CREATE TABLE passerelle_revival (
            collection TEXT NOT NULL,
            id BLOB NOT NULL CHECK (length(id) = 16),
            is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1)),
            place INTEGER NOT NULL,
            counter INTEGER NOT NULL,
            milliseconds INTEGER NOT NULL,
            is_dismissed INTEGER NOT NULL DEFAULT 0 CHECK (is_dismissed IN (0, 1)),
            PRIMARY KEY (collection, id)
        ) STRICT, WITHOUT ROWID;
        -- Rows with the same values in fields declared unique: `id` is the later one, the marked one.
        CREATE TABLE passerelle_twin (
            collection TEXT NOT NULL,
            rule INTEGER NOT NULL,
            id BLOB NOT NULL CHECK (length(id) = 16),
            other BLOB NOT NULL CHECK (length(other) = 16),
            place INTEGER NOT NULL,
            counter INTEGER NOT NULL,
            milliseconds INTEGER NOT NULL,
            is_dismissed INTEGER NOT NULL DEFAULT 0 CHECK (is_dismissed IN (0, 1)),
            PRIMARY KEY (collection, id, rule)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX passerelle_twin_by_other ON passerelle_twin (collection, other);
        -- Replicas whose clock is far ahead, or before 2020: one line each.
        CREATE TABLE passerelle_suspicion (
            place INTEGER NOT NULL PRIMARY KEY,
            furthest INTEGER NOT NULL,
            noticed_at INTEGER NOT NULL,
            writes INTEGER NOT NULL,
            is_dismissed INTEGER NOT NULL DEFAULT 0 CHECK (is_dismissed IN (0, 1))
        ) STRICT;
        -- Writes that could not be merged any more, kept for somebody to adopt or dismiss. Of a set,
        -- the members to add; of a counter, what to add to it; of any other field, its value.
        CREATE TABLE passerelle_rescued (
            number INTEGER NOT NULL PRIMARY KEY,
            collection TEXT NOT NULL,
            id BLOB NOT NULL CHECK (length(id) = 16),
            tag INTEGER NOT NULL,
            value ANY,
            place INTEGER NOT NULL,
            counter INTEGER NOT NULL,
            milliseconds INTEGER NOT NULL,
            reason TEXT NOT NULL,
            UNIQUE (collection, id, tag, place, counter)
        ) STRICT;
        -- What people decided: here only, the decision itself travels as a write, which is named.
        CREATE TABLE passerelle_decided (
            number INTEGER NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            action TEXT NOT NULL,
            collection TEXT,
            id BLOB CHECK (id IS NULL OR length(id) = 16),
            tag INTEGER,
            after ANY,
            place INTEGER,
            counter INTEGER,
            decided_at INTEGER NOT NULL,
            who TEXT NOT NULL,
            why TEXT NOT NULL,
            undoes INTEGER UNIQUE REFERENCES passerelle_decided (number)
        ) STRICT;
        INSERT INTO passerelle_decided (number, kind, action, collection, id, tag, decided_at, who, why)
        SELECT number, 'concurrent', 'write', collection, id, tag, decided_at, who, why
        FROM passerelle_decision;
        DROP TABLE passerelle_decision;
        ALTER TABLE passerelle_decided RENAME TO passerelle_decision;
        -- The versions that a decision replaced: the one that was shown, and those set aside.
        CREATE TABLE passerelle_decision_version (
            decision INTEGER NOT NULL REFERENCES passerelle_decision (number),
            tag INTEGER NOT NULL,
            place INTEGER NOT NULL,
            counter INTEGER NOT NULL,
            milliseconds INTEGER NOT NULL,
            value ANY,
            is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1)),
            PRIMARY KEY (decision, tag, place, counter)
        ) STRICT, WITHOUT ROWID;
        -- Versions that an undone decision had set aside, listed again until somebody writes the
        -- field: `undo_counter` is this replica's write that undid it.
        CREATE TABLE passerelle_reopened (
            number INTEGER NOT NULL PRIMARY KEY,
            collection TEXT NOT NULL,
            id BLOB NOT NULL CHECK (length(id) = 16),
            tag INTEGER NOT NULL,
            value ANY,
            place INTEGER NOT NULL,
            counter INTEGER NOT NULL,
            milliseconds INTEGER NOT NULL,
            undo_place INTEGER NOT NULL,
            undo_counter INTEGER NOT NULL
        ) STRICT;
        """
}
