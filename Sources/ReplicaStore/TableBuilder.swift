import Crypto
import Foundation
import GRDB
import Records

/// Brings the tables of a store to what the schema declares, in one transaction.
///
/// It only adds: tables, columns, indexes and triggers. A column that is no longer declared stays,
/// and nothing that it does is a write of any row.
enum TableBuilder {
    /// Adds what is declared and missing; whether anything was.
    static func build(_ database: Database, _ layouts: [CollectionLayout]) throws -> Bool {
        let digest = digest(of: layouts)
        let known = try Data.fetchOne(database, sql: "SELECT schema_digest FROM passerelle_store")
        guard known != digest else { return false }
        try database.inTransaction(.immediate) {
            for layout in layouts { try build(database, layout) }
            try database.execute(
                sql: "UPDATE passerelle_store SET schema_digest = ?",
                arguments: [digest]
            )
            return .commit
        }
        return true
    }

    private static func build(_ database: Database, _ layout: CollectionLayout) throws {
        if try database.tableExists(layout.name) {
            let columns = Set(try database.columns(in: layout.name).map(\.name))
            for field in layout.fields where !columns.contains(field.name) {
                try database.execute(sql: layout.addColumn(field))
            }
        } else {
            try database.execute(sql: layout.createTable)
        }
        for (name, sql) in layout.indexes {
            try database.execute(sql: "DROP INDEX IF EXISTS \(name)")
            try database.execute(sql: sql)
        }
        for (name, sql) in layout.triggers {
            try database.execute(sql: "DROP TRIGGER IF EXISTS \(name)")
            try database.execute(sql: sql)
        }
    }

    private static func digest(of layouts: [CollectionLayout]) -> Data {
        var hash = SHA256()
        for layout in layouts {
            let sql = [layout.createTable] + layout.indexes.map(\.sql) + layout.triggers.map(\.sql)
            for statement in sql { hash.update(data: Data(statement.utf8)) }
        }
        return Data(hash.finalize())
    }
}
