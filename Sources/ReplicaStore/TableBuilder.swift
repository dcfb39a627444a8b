import Crypto
import Foundation
import GRDB
import Records

/// Brings the tables of a store to what the schema declares, in one transaction.
///
/// Of tables and columns it only adds: a column that is no longer declared stays. Indexes, triggers
/// and views hold nothing, and are made anew where they differ. None of it is a write of any row.
enum TableBuilder {
    /// Adds what is declared and missing; whether anything was.
    static func build(_ database: Database, _ layouts: [CollectionLayout]) throws -> Bool {
        let objects = objects(of: layouts)
        let digest = digest(of: layouts)
        let known = try Data.fetchOne(database, sql: "SELECT schema_digest FROM passerelle_store")
        guard known != digest else { return false }
        try database.inTransaction(.immediate) {
            for layout in layouts { try build(database, layout) }
            try build(database, objects, of: layouts)
            try database.execute(
                sql: "UPDATE passerelle_store SET schema_digest = ?",
                arguments: [digest]
            )
            return .commit
        }
        return true
    }

    private static func build(_ database: Database, _ layout: CollectionLayout) throws {
        guard try database.tableExists(layout.name) else {
            return try database.execute(sql: layout.createTable)
        }
        let columns = Set(try database.columns(in: layout.name).map(\.name))
        for field in layout.fields where !columns.contains(field.name) {
            try database.execute(sql: layout.addColumn(field))
        }
    }

    private static func build(
        _ database: Database,
        _ objects: [SchemaObject],
        of layouts: [CollectionLayout]
    ) throws {
        var missing = Set(objects)
        for object in try standing(database, layouts) where missing.remove(object) == nil {
            try database.execute(
                sql: "DROP \(object.kind.rawValue) \(CollectionLayout.quoted(object.name))"
            )
        }
        for object in objects where missing.contains(object) {
            try database.execute(sql: object.sql)
        }
    }

    /// The objects of the engine that the store has, those of earlier versions included: they went by
    /// other names.
    private static func standing(
        _ database: Database,
        _ layouts: [CollectionLayout]
    ) throws -> [SchemaObject] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT type, name, sql, tbl_name FROM sqlite_schema
                WHERE type IN ('index', 'trigger', 'view') AND sql IS NOT NULL
                """
        )
        let declared = Set(layouts.map(\.name))
        return rows.compactMap { row in
            guard let kind = SchemaObject.Kind(rawValue: row["type"]) else { return nil }
            let (name, table): (String, String) = (row["name"], row["tbl_name"])
            let isOurs =
                kind == .view
                ? InboxViews.names.contains(name)
                : declared.contains(table)
                    && (name.hasPrefix("passerelle:")
                        || isOfFirstVersion(kind, name, row["sql"], on: table))
            return isOurs ? SchemaObject(kind, name, row["sql"]) : nil
        }
    }

    private static func isOfFirstVersion(
        _ kind: SchemaObject.Kind,
        _ name: String,
        _ sql: String,
        on table: String
    ) -> Bool {
        let numbered = table + "_index_"
        if kind == .index {
            return name == "\(table)_by_arrival"
                || name.hasPrefix(numbered) && Int(name.dropFirst(numbered.count)) != nil
        }
        return name == "\(table)_identified" || sql.contains("only_passerelle_writes_")
    }

    static func objects(of layouts: [CollectionLayout]) -> [SchemaObject] {
        layouts.flatMap { $0.indexes + $0.triggers } + InboxViews.all(layouts)
    }

    /// What the store remembers of the declaration that it was built for.
    static func digest(of layouts: [CollectionLayout]) -> Data {
        var hash = SHA256()
        for statement in layouts.map(\.createTable) + objects(of: layouts).map(\.sql) {
            hash.update(data: Data(statement.utf8))
        }
        return Data(hash.finalize())
    }
}
