import GRDB
import Records

/// Takes rows out of a store so that no byte of their values is left in its file.
struct Eraser {
    /// The mark of an erasure whose file was not written anew yet.
    static let mark = "needs-scrub"
    private static let searchModules = ["fts3", "fts4", "fts5"]

    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// Deletes all that the store holds of the rows, inside a transaction.
    func remove(
        _ rows: Set<RowName>,
        alsoIn applicationTables: (Database) throws -> Void
    ) throws {
        let tables = try engineTables()
        for row in rows.sorted() {
            try ErasedRows(database).insert(row)
            if let layout = try? context.layout(named: row.collection) {
                try database.execute(
                    sql: "DELETE FROM \(layout.table) WHERE id = ?",
                    arguments: [row.id.bytes.data]
                )
            }
            try removeMentions(of: row)
            for table in tables {
                try database.execute(
                    sql: "DELETE FROM \(table) WHERE collection = ? AND id = ?",
                    arguments: [row.collection, row.id.bytes.data]
                )
            }
        }
        context.progress.digest = nil
        _ = try DigestCount(database, context).current()
        try HeldBundles(database).drop { rows.contains($0) }
        try context.idle { try applicationTables(database) }
        for table in try searchTables() {
            try database.execute(sql: "INSERT INTO \(table)(\(table)) VALUES ('optimize')")
        }
        try database.execute(
            sql: "INSERT OR REPLACE INTO passerelle_mark (name, value) VALUES (?, x'')",
            arguments: [Self.mark]
        )
    }

    /// What the inbox keeps of a row under another name than its own.
    private func removeMentions(of row: RowName) throws {
        let decisions = "SELECT number FROM passerelle_decision WHERE collection = ? AND id = ?"
        for sql in [
            "DELETE FROM passerelle_decision_version WHERE decision IN (\(decisions))",
            "DELETE FROM passerelle_twin WHERE collection = ? AND other = ?",
        ] {
            try database.execute(sql: sql, arguments: [row.collection, row.id.bytes.data])
        }
    }

    /// Writes the file anew and empties the log, outside a transaction: deleted values may still
    /// stand in either.
    static func scrub(_ database: Database) throws {
        try truncateLog(database)
        try database.execute(sql: "VACUUM")
        try truncateLog(database)
        try database.inTransaction(.immediate) {
            try database.execute(
                sql: "DELETE FROM passerelle_mark WHERE name = ?",
                arguments: [mark]
            )
            return .commit
        }
    }

    /// Ends an erasure that a crash or a full disk cut short, if it can be done now; the mark stays
    /// where it cannot, and nobody is kept from working.
    static func finish(_ database: Database) throws {
        if try isUnfinished(database) { try? scrub(database) }
    }

    /// Whether rows are gone and the file was not written anew yet.
    static func isUnfinished(_ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM passerelle_mark WHERE name = ?)",
            arguments: [mark]
        ) ?? false
    }

    private static func truncateLog(_ database: Database) throws {
        let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        guard let row, Int.fromDatabaseValue(row[0]) == 0 else {
            throw ReplicaError(
                .busy,
                "another program is reading the store: close it, then open the store again to end "
                    + "the erasure"
            )
        }
    }

    /// The engine's tables that name a row, whichever version made them.
    private func engineTables() throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT name FROM sqlite_schema AS engine
                WHERE type = 'table' AND name GLOB 'passerelle_*' AND name <> 'passerelle_erased'
                    AND 2 = (SELECT count(*) FROM pragma_table_info(engine.name) AS info
                        WHERE info.name IN ('collection', 'id'))
                """
        )
    }

    /// The full-text tables, quoted: their segments keep the tokens of deleted rows.
    private func searchTables() throws -> [String] {
        let tables = try Row.fetchAll(
            database,
            sql: """
                SELECT name, sql FROM sqlite_schema
                WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%'
                """
        )
        return tables.compactMap { table in
            guard let name = table.text("name"), let sql = table.text("sql"),
                let module = Self.module(of: sql)
            else { return nil }
            return Self.searchModules.contains(module) ? name.quotedDatabaseIdentifier : nil
        }
    }

    /// The word after USING.
    private static func module(of sql: String) -> String? {
        let words = sql.lowercased().split { $0.isWhitespace || $0 == "(" }
        return words.firstIndex(of: "using").flatMap { index in
            index + 1 < words.count ? String(words[index + 1]) : nil
        }
    }
}

extension StoreContext {
    /// Runs `body` while writes to the declared tables are refused.
    fileprivate func idle(_ body: () throws -> Void) throws {
        let before = mode
        mode = .idle
        defer { mode = before }
        try body()
    }
}
