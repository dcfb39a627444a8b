import Causality
import Foundation
import GRDB

/// The deleted rows, kept whole until their deletion is causally stable.
struct Graves {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// Frees the deleted rows of which every replica that counts has seen the deletion and all that
    /// the deletion saw; how many.
    ///
    /// All that a row's clock names had arrived by its arrival number, so a number that a stable
    /// vector covers is proof.
    @discardableResult
    func free() throws -> Int {
        guard try hasAny() else { return 0 }
        let log = ArrivalLog(database, context)
        guard let line = try log.last(coveredBy: try Peers(database, context).stable()) else {
            return 0
        }
        var freed = 0
        for layout in context.layouts {
            let ids = try Data.fetchAll(
                database,
                sql: "SELECT id FROM passerelle_grave WHERE collection = ? AND arrival <= ?",
                arguments: [layout.name, line.arrival]
            )
            try Revivals(database, context).rescue(ids, in: layout)
            for id in ids { try forget(id, layout.name) }
            freed += ids.count
        }
        if freed > 0 { context.progress.purged.formUnion(line.vector) }
        try log.forget(before: line.arrival)
        return freed
    }

    private func hasAny() throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM passerelle_grave)") ?? false
    }

    /// Forgets a deleted row and all that was kept beside it.
    func forget(_ id: Data, _ collection: String) throws {
        let tables = ["sibling", "unknown", "revival", "grave"]
        for table in tables {
            try database.execute(
                sql: "DELETE FROM passerelle_\(table) WHERE collection = ? AND id = ?",
                arguments: [collection, id]
            )
        }
    }
}
