import GRDB

extension HubStore {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1 programmes and statements") { database in
            try database.execute(sql: declarations)
            try database.execute(sql: arrivals)
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
