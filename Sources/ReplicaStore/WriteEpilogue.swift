import Causality
import Foundation
import GRDB
import Records

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
        try checkTriggers()
        try refuseErased()
        try RowSize(database, context).check()
        try closeGraves()
        let rows = try context.settledRows.union(replacedRows())
        if !rows.isEmpty {
            for layout in context.layouts { try settle(rows, in: layout) }
        }
        try InboxUpkeep(database, context).run()
        try checkArrivals()
    }

    /// Switches the triggers on, and refuses what was written without them by others than the engine.
    private func checkTriggers() throws(ReplicaError) {
        context.triggers.restore(on: context.connection)
        guard !context.triggers.hasMissed else {
            throw ReplicaError(
                .statement,
                "a row was written through a connection kept from elsewhere: ask the transaction for it"
            )
        }
    }

    /// Gives up the digest where a statement was undone after it had stamped its rows.
    ///
    /// An insertion was ignored, a savepoint rolled back: it is counted anew before it is next
    /// needed.
    private func checkArrivals() throws {
        guard context.progress.digest != nil, context.progress.arrival > context.firstArrival
        else { return }
        let statement = try context.arrivalSum(database)
        statement.bind(context.firstArrival, at: 1)
        defer { statement.reset() }
        _ = try statement.step()
        if statement.integer(0) != context.expectedArrivals { context.progress.digest = nil }
    }

    /// A row that was erased for good does not come back, under whatever hand.
    private func refuseErased() throws {
        guard context.hasInserted, try !ErasedRows(database).isEmpty else { return }
        for layout in context.layouts {
            let erased = try Data.fetchOne(
                database,
                kept: """
                    SELECT row.id FROM \(layout.table) AS row
                    CROSS JOIN passerelle_erased AS erased
                    ON erased.collection = ? AND erased.id = row.id
                    WHERE row._arrival > ? LIMIT 1
                    """,
                arguments: [layout.name, context.firstArrival]
            )
            guard let erased else { continue }
            let id = RecordID(bytes: erased)?.description ?? ""
            throw ReplicaError(
                .erased,
                "the row \(id) of ‘\(layout.name)’ was erased for good: make a new row"
            )
        }
    }

    /// A row inserted under the identity of a deleted one replaces it, conflicts included: the
    /// insertion has seen the deletion, and stamped every field.
    private func closeGraves() throws {
        guard context.hasInserted,
            try Bool.fetchOne(database, kept: "SELECT EXISTS (SELECT 1 FROM passerelle_grave)")
                ?? false
        else { return }
        for layout in context.layouts {
            let graves = try Row.fetchAll(
                database,
                kept: """
                    SELECT grave.id, grave.arrival FROM passerelle_grave AS grave
                    JOIN \(layout.table) AS alive ON alive.id = grave.id
                    WHERE grave.collection = ?
                    """,
                arguments: [layout.name]
            )
            for grave in graves {
                context.noteReplaced(arrival: grave["arrival"])
                try Graves(database, context).forget(grave["id"], layout.name)
            }
        }
    }

    /// The contested rows that this transaction wrote, where it inserted: REPLACE INTO puts a new row
    /// over a contested one without an update.
    private func replacedRows() throws -> Set<[UInt8]> {
        guard context.hasInserted else { return [] }
        var rows: Set<[UInt8]> = []
        for layout in context.layouts {
            let found = try Data.fetchAll(
                database,
                kept: """
                    SELECT row.id FROM (
                        SELECT id FROM passerelle_sibling WHERE collection = ?2
                        UNION SELECT id FROM passerelle_revival WHERE collection = ?2) AS line
                    JOIN \(layout.table) AS row ON row.id = line.id
                    WHERE row._arrival > ?1
                    """,
                arguments: [context.firstArrival, layout.name]
            )
            rows.formUnion(found.map { [UInt8]($0) })
        }
        return rows
    }

    /// Siblings whose write is no longer a live version of their field go, and so does the notice of
    /// a deletion that somebody has now seen.
    private func settle(_ ids: Set<[UInt8]>, in layout: CollectionLayout) throws {
        let rows = try RowStatements(database, context, layout)
        let siblings = Siblings(database, context)
        for id in ids {
            let (clock, place) = try rows.clock(of: id)
            guard place != .nowhere else { continue }
            try Revivals(database, context).settle(id, clock, in: layout)
            if !layout.unique.isEmpty { context.dirtyTwins[layout.name, default: []].insert(id) }
            // Also of a row that came back and was deleted again.
            try UnknownValues(database, context).follow(clock, of: id, in: layout)
            guard place == .table else { continue }
            for (key, _) in try siblings.of(id, in: layout)
            where clock.entry(key.dot)?.fields.contains(.field(key.tag)) != true {
                try siblings.remove(key, of: id, in: layout)
            }
        }
    }
}
