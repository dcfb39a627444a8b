import Foundation
import GRDB

extension Salvage {
    /// What is made anew: who the store is, its rows, and what the next opening must see to.
    private static let ownTables = [
        "passerelle_store", "passerelle_site", "passerelle_grave", "passerelle_mark",
    ]

    mutating func copyEngineTables() throws {
        let tables = try String.fetchAll(
            target,
            sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'passerelle_*'"
        )
        for table in tables.sorted() where !Self.ownTables.contains(table) { try copy(table) }
        // A version of a replica that no clock can name is of no use.
        try target.execute(
            sql: """
                DELETE FROM passerelle_sibling
                WHERE place NOT IN (SELECT place FROM passerelle_site)
                """
        )
        // The log may tell too little, never too much.
        let log = try Row.fetchAll(target, sql: "SELECT arrival, vector FROM passerelle_arrival")
        for row in log {
            let arrival = row.integer("arrival") ?? 0
            guard !ArrivalLog.isSound(arrival, row.bytes("vector") ?? [], context.progress) else {
                continue
            }
            try target.execute(
                sql: "DELETE FROM passerelle_arrival WHERE arrival = ?",
                arguments: [arrival]
            )
        }
    }

    /// Makes the application's own plain tables and their indexes, and copies their rows.
    mutating func copyApplicationTables() throws {
        let objects =
            (try? Row.fetchAll(
                source,
                sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
            )) ?? []
        let virtual = objects.filter { $0.text("sql")?.hasPrefix("CREATE VIRTUAL") == true }
            .compactMap { $0.text("name") }
        report.toRebuild = virtual.sorted()
        for type in ["table", "index"] {
            for object in objects where object.text("type") == type {
                guard let name = object.text("name"), let table = object.text("tbl_name"),
                    let sql = object.text("sql"), isOfTheApplication(table, virtual)
                else { continue }
                do {
                    try target.execute(sql: sql)
                } catch {
                    report.unreadable.append(name)
                    continue
                }
                if type == "table" { try copy(name) }
            }
        }
    }

    private func isOfTheApplication(_ table: String, _ virtual: [String]) -> Bool {
        !["passerelle_", "sqlite_", "grdb_"].contains(where: table.hasPrefix)
            && !context.layouts.contains { $0.name == table }
            && !virtual.contains { table == $0 || table.hasPrefix($0 + "_") }
    }

    /// Copies the rows of a table from its start, and where that meets damage from its end.
    private mutating func copy(_ table: String) throws {
        let name = table.quotedDatabaseIdentifier
        let columns = try target.columns(in: table)
        let listed = columns.map(\.name.quotedDatabaseIdentifier).joined(separator: ", ")
        let marks = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let insertion = try RawStatement(
            target,
            "INSERT OR IGNORE INTO \(name) (\(listed)) VALUES (\(marks))"
        )
        let keys = try target.primaryKey(table).columns.map {
            $0.quotedDatabaseIdentifier + " DESC"
        }
        for order in ["", " ORDER BY " + keys.joined(separator: ", ")] {
            let rows = try? RawStatement(source, "SELECT \(listed) FROM \(name)\(order)")
            while let rows, let isRow = try? rows.step() {
                guard isRow else { return }
                for column in columns.indices {
                    insertion.bind(rows.value(Int32(column)), at: Int32(column) + 1)
                }
                do { try insertion.run() } catch is DatabaseError { continue }
            }
        }
        report.unreadable.append(table)
    }
}
