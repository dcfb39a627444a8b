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
    /// Vectors are causally closed: who has seen the writes that a clock still names has seen all that
    /// they had seen.
    @discardableResult
    func free() throws -> Int {
        guard try hasAny() else { return 0 }
        let stable = try Peers(database, context).stable()
        guard !stable.isEmpty, stable != context.progress.lastStable else { return 0 }
        context.progress.lastStable = stable
        var freed = 0
        for layout in context.layouts { freed += try free(in: layout, stable) }
        if let line = try ArrivalLog(database, context).last(coveredBy: stable) {
            try ArrivalLog(database, context).forget(before: line.arrival)
        }
        return freed
    }

    private func free(in layout: CollectionLayout, _ stable: VersionVector) throws -> Int {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT id, clock FROM passerelle_grave WHERE collection = ?",
            arguments: [layout.name]
        )
        var ids: [Data] = []
        var dots: [Dot] = []
        while let row = try rows.next() {
            guard let id = row.bytes("id"), let bytes = row.bytes("clock") else { continue }
            let named = try context.decode(bytes).entries.map(\.dot)
            guard named.allSatisfy(stable.covers) else { continue }
            ids.append(Data(id))
            dots += named
        }
        try Revivals(database, context).rescue(ids, in: layout)
        for id in ids { try forget(id, layout.name) }
        for dot in dots { context.progress.purged.include(dot) }
        return ids.count
    }

    private func hasAny() throws -> Bool {
        try Bool.fetchOne(database, kept: "SELECT EXISTS (SELECT 1 FROM passerelle_grave)") ?? false
    }

    /// Forgets a deleted row and all that was kept beside it.
    func forget(_ id: Data, _ collection: String) throws {
        let tables = ["sibling", "unknown", "revival", "grave"]
        for table in tables {
            try database.execute(
                kept: "DELETE FROM passerelle_\(table) WHERE collection = ? AND id = ?",
                arguments: [collection, id]
            )
        }
    }
}
