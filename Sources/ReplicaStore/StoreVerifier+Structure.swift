import Causality
import Foundation
import GRDB
import Records

extension StoreVerifier {
    /// The most complaints of SQLite that are listed.
    private static let mostComplaints = 100

    /// What SQLite finds in its own file: pages, order, indexes, types, constraints.
    mutating func checkStructure() throws {
        let answers = try RawStatement(
            database,
            "PRAGMA integrity_check(\(Self.mostComplaints))"
        )
        while try answers.step() {
            let answer = answers.text(0)
            if answer != "ok" { report.add(.structure, nil, answer) }
        }
    }

    /// The engine's own tables are those of a new store, and the triggers, indexes and columns of
    /// the collections are those that the schema declares.
    mutating func checkSchema() throws {
        let found = try Self.objects(database)
        let new = try DatabaseQueue()
        try EngineTables.migrator.migrate(new)
        for (name, sql) in try new.inDatabase(Self.objects) where found[name] != sql {
            report.add(.schema, nil, "‘\(name)’ is missing or was changed")
        }
        // A backup of before a change of the schema has the tables of then.
        let digest = try Data.fetchOne(
            database,
            sql: "SELECT schema_digest FROM passerelle_store"
        )
        guard digest == TableBuilder.digest(of: context.layouts) else { return }
        for layout in context.layouts { try checkTable(of: layout) }
        for object in TableBuilder.objects(of: context.layouts)
        where found[object.name] != object.sql {
            report.add(.schema, nil, "‘\(object.name)’ is missing or was changed")
        }
    }

    private mutating func checkTable(of layout: CollectionLayout) throws {
        let columns = Set(try database.columns(in: layout.name).map { "\($0.name) \($0.type)" })
        let declared = layout.fields.map { "\($0.name) \($0.type.rawValue)" }
        for column in ["id BLOB", "_clock BLOB", "_arrival INTEGER"] + declared
        where !columns.contains(column) {
            report.add(.schema, nil, "‘\(layout.name)’ lacks its column \(column)")
        }
    }

    /// The statements of the schema, by the name of what they make.
    private static func objects(_ database: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        )
        return Dictionary(
            rows.compactMap { row in
                row.text("name").flatMap { name in row.text("sql").map { (name, $0) } }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The counters on the disk are those in use.
    mutating func checkCounters() throws {
        let sites = try RawStatement(
            database,
            "SELECT place, replica, counter FROM passerelle_site"
        )
        var count = 0
        while try sites.step() {
            count += 1
            let replica = context.progress.sites.replica(at: Int(sites.integer(0)))
            guard let replica, replica.bytes == sites.bytes(1),
                sites.integer(2) == Int64(clamping: context.progress.vector[replica])
            else {
                report.add(.counters, nil, "the replica at \(sites.integer(0)) is not as in use")
                continue
            }
        }
        if count != context.progress.sites.replicas.count {
            report.add(.counters, nil, "\(count) replicas are noted, not as many as are in use")
        }
        let arrival = try Int64.fetchOne(database, sql: "SELECT arrival FROM passerelle_store")
        if arrival != context.progress.arrival {
            report.add(.counters, nil, "the last arrival number is not as in use")
        }
    }

    /// The digest that is kept is the one counted from the rows.
    mutating func checkDigest() throws {
        guard let kept = context.progress.digest else { return }
        if try DigestCount(database, context).counted() != kept {
            report.add(.digest, nil, "the digest of the store is not that of its rows")
        }
    }
}
