import GRDB

extension HubStore {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1 programmes and statements") { database in
            try database.execute(sql: declarations)
            try database.execute(sql: arrivals)
        }
        migrator.registerMigration("v2 nights and folders") { database in
            try database.execute(sql: nights)
        }
        migrator.registerMigration("v3 releases") { database in
            try database.execute(sql: releases)
        }
        migrator.registerMigration("frozen bilans") { database in
            try database.execute(sql: frozenTables)
        }
        migrator.registerMigration("accounts") { database in
            try database.execute(sql: accountTables)
        }
        migrator.registerMigration("policies and tokens") { database in
            try database.execute(sql: policyTables)
            try database.execute(sql: tokenTables)
        }
        return migrator
    }

    private static let declarations = """
        CREATE TABLE programme (
            code TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            objective INTEGER,
            start_day INTEGER NOT NULL,
            end_day INTEGER NOT NULL CHECK (end_day >= start_day)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE landlord (
            code TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE expected_landlord (
            programme TEXT NOT NULL REFERENCES programme (code),
            landlord TEXT NOT NULL REFERENCES landlord (code),
            PRIMARY KEY (programme, landlord)
        ) STRICT, WITHOUT ROWID;
        """

    private static let releases = """
        -- What was decided of a programme's tables in a night, and the manifest that was signed of it.
        CREATE TABLE release (
            programme TEXT NOT NULL REFERENCES programme (code),
            number INTEGER NOT NULL CHECK (number >= 1),
            record BLOB NOT NULL,
            policy BLOB NOT NULL,
            -- The oldest release of which a table is still out: what came before is made no more.
            oldest INTEGER NOT NULL CHECK (oldest BETWEEN 1 AND number),
            manifest BLOB NOT NULL,
            signature BLOB NOT NULL CHECK (length(signature) = 64),
            PRIMARY KEY (programme, number)
        ) STRICT, WITHOUT ROWID;
        -- The statements that went into it: with the record, enough to make it again.
        CREATE TABLE release_source (
            programme TEXT NOT NULL,
            number INTEGER NOT NULL,
            landlord TEXT NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (programme, number, landlord),
            FOREIGN KEY (programme, number) REFERENCES release (programme, number),
            FOREIGN KEY (programme, landlord, version)
                REFERENCES statement (programme, landlord, version)
        ) STRICT, WITHOUT ROWID;
        """

    private static let nights = """
        -- A day is done once its report stands.
        DROP TABLE reconciliation;
        -- The report of each UTC day's reconciliation, as it was signed; the last revision counts.
        CREATE TABLE night (
            day INTEGER NOT NULL,
            revision INTEGER NOT NULL CHECK (revision >= 1),
            report BLOB NOT NULL,
            signature BLOB NOT NULL CHECK (length(signature) = 64),
            PRIMARY KEY (day, revision)
        ) STRICT, WITHOUT ROWID;
        -- What was carried from or to a folder: it is not carried again.
        CREATE TABLE carried (
            place BLOB NOT NULL CHECK (length(place) = 16),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            PRIMARY KEY (place, hash)
        ) STRICT, WITHOUT ROWID;
        """

    private static let arrivals = """
        CREATE TABLE statement (
            programme TEXT NOT NULL REFERENCES programme (code),
            landlord TEXT NOT NULL REFERENCES landlord (code),
            version INTEGER NOT NULL CHECK (version >= 1),
            cutoff_day INTEGER NOT NULL,
            received_day INTEGER NOT NULL CHECK (received_day >= cutoff_day),
            origin TEXT NOT NULL,
            body BLOB NOT NULL,
            UNIQUE (programme, landlord, version)
        ) STRICT;

        CREATE TABLE refusal (
            received_day INTEGER NOT NULL,
            origin TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (received_day, origin, reason)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE reconciliation (
            day INTEGER NOT NULL PRIMARY KEY
        ) STRICT;
        """
}
