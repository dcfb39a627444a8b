import Causality
import Foundation
import GRDB

/// What is left to do before an application's transaction commits: the few rows that came back from
/// a deletion, and the few whose concurrent versions were just overwritten.
struct WriteEpilogue {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    func run() throws {
        try closeGraves()
        for id in try context.settledRows.union(replacedRows()) {
            try forgetSettledSiblings(of: id)
        }
        try checkArrivals()
    }

    /// Gives up the digest where a statement was undone after it had stamped its rows.
    ///
    /// An insertion was ignored, a savepoint rolled back: it is counted anew before it is next
    /// needed.
    private func checkArrivals() throws {
        guard context.progress.digest != nil, context.progress.arrival > context.firstArrival
        else { return }
        let sums = context.layouts.flatMap { layout in
            [
                "SELECT sum(_arrival - ?1) AS sum FROM \(layout.name) WHERE _arrival > ?1",
                "SELECT sum(arrival - ?1) FROM passerelle_grave "
                    + "WHERE collection = '\(layout.name)' AND arrival > ?1",
            ]
        }
        let statement = try context.statement(
            database,
            "SELECT sum(sum) FROM (\(sums.joined(separator: " UNION ALL ")))"
        )
        statement.bind(context.firstArrival, at: 1)
        defer { statement.reset() }
        _ = try statement.step()
        if statement.integer(0) != context.expectedArrivals { context.progress.digest = nil }
    }

    /// A row inserted under the identity of a deleted one replaces it, conflicts included: the
    /// insertion has seen the deletion, and stamped every field.
    private func closeGraves() throws {
        guard context.hasInserted,
            try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM passerelle_grave)")
                ?? false
        else { return }
        for layout in context.layouts {
            let graves = try Row.fetchAll(
                database,
                sql: """
                    SELECT grave.id, grave.arrival FROM passerelle_grave AS grave
                    JOIN \(layout.name) AS alive ON alive.id = grave.id
                    WHERE grave.collection = ?
                    """,
                arguments: [layout.name]
            )
            for grave in graves {
                context.noteReplaced(arrival: grave["arrival"])
                try forgetDeleted(grave["id"], layout)
            }
        }
    }

    private func forgetDeleted(_ id: Data, _ layout: CollectionLayout) throws {
        for table in ["passerelle_sibling", "passerelle_unknown", "passerelle_grave"] {
            try database.execute(
                sql: "DELETE FROM \(table) WHERE collection = ? AND id = ?",
                arguments: [layout.name, id]
            )
        }
    }

    /// The rows with siblings that this transaction wrote, where it inserted: REPLACE INTO puts a new
    /// row over a contested one without an update.
    private func replacedRows() throws -> Set<[UInt8]> {
        guard context.hasInserted else { return [] }
        var rows: Set<[UInt8]> = []
        for layout in context.layouts {
            let found = try Data.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT sibling.id FROM passerelle_sibling AS sibling
                    JOIN \(layout.name) AS row ON row.id = sibling.id
                    WHERE sibling.collection = ? AND row._arrival > ?
                    """,
                arguments: [layout.name, context.firstArrival]
            )
            rows.formUnion(found.map { [UInt8]($0) })
        }
        return rows
    }

    /// Siblings whose write is no longer a live version of their field go.
    private func forgetSettledSiblings(of id: [UInt8]) throws {
        for layout in context.layouts {
            let statement = try context.statement(
                database,
                "SELECT _clock FROM \(layout.name) WHERE id = ?1"
            )
            statement.bind(id, at: 1)
            guard try statement.step() else { continue }
            let clock = try context.decode(statement.bytes(0))
            statement.reset()
            try UnknownValues(database, context).follow(clock, of: id, in: layout)
            let siblings = Siblings(database, context)
            for (key, _) in try siblings.of(id, in: layout)
            where clock.entry(key.dot)?.fields.contains(.field(key.tag)) != true {
                try siblings.remove(key, of: id, in: layout)
            }
        }
    }
}
