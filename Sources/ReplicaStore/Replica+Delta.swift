import BundleFormat
import Causality
import Foundation
import GRDB
import Records

extension Replica {
    /// What somebody who has seen `base` must be told to have seen all that this replica has.
    ///
    /// - Parameter base: What the receiver has seen; empty for a newcomer.
    /// - Returns: The delta: every row that changed since, found by arrival number.
    /// - Throws: ``ReplicaError``: `disk-full`, `store-damaged`.
    /// - Complexity: O(changes), whatever the size of the store.
    public func delta(since base: VersionVector) throws -> Delta {
        try transaction(.applying) { database in
            try DeltaSource(database, context).delta(since: base)
        }
    }
}

/// Collects the rows of a delta.
struct DeltaSource {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    func delta(since base: VersionVector) throws -> Delta {
        try ArrivalLog(database, context).note()
        let digest = try DigestCount(database, context).current()
        let target = context.progress.vector
        // What the receiver knows beyond this replica says nothing about rows held here.
        let known = base.intersection(target)
        let start = try ArrivalLog(database, context).lastArrival(coveredBy: known)
        var writer = try DeltaWriter(
            DeltaHeader(base: known, target: target, digest: digest.bytes)
        )
        let layouts = context.layouts.sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
        for layout in layouts {
            try writer.beginCollection(layout.name)
            try rows(of: layout, since: start, known, into: &writer)
        }
        let rowCount = writer.rowCount
        return Delta(base: known, target: target, rowCount: rowCount, bytes: try writer.finish())
    }

    /// Adds the changed rows of a collection, living and buried, by ascending id.
    private func rows(
        of layout: CollectionLayout,
        since start: Int64,
        _ known: VersionVector,
        into writer: inout DeltaWriter
    ) throws {
        let living = try living(layout, since: start)
        let buried = try buried(layout, since: start)
        defer {
            living.reset()
            buried.reset()
        }
        var hasLiving = try living.step()
        var hasBuried = try buried.step()
        while hasLiving || hasBuried {
            let isLiving =
                hasLiving
                && !(hasBuried && buried.bytes(0).lexicographicallyPrecedes(living.bytes(0)))
            let row = isLiving ? living : buried
            let clock = try context.decode(row.bytes(1))
            if isLiving {
                try append(row.bytes(0), clock, layout, known, into: &writer) { position in
                    row.value(Int32(position) + 2)
                }
                hasLiving = try living.step()
            } else {
                let values = try PackedValues.decode(row.bytes(2), layout)
                try append(row.bytes(0), clock, layout, known, into: &writer) { values[$0] }
                hasBuried = try buried.step()
            }
        }
    }

    private func living(_ layout: CollectionLayout, since start: Int64) throws -> RawStatement {
        let name = layout.name
        let columns = (["id", "_clock"] + layout.fields.map(\.name)).map { "\(name).\($0)" }
            .joined(separator: ", ")
        guard start > 0 else {
            return try context.statement(database, "SELECT \(columns) FROM \(name) ORDER BY id")
        }
        // Only ids are sorted, never what rows hold: a large sort leaves a file behind. The limit
        // keeps the order of the inner query, the cross join that of the loops.
        let rows = try context.statement(
            database,
            """
            SELECT \(columns)
            FROM (SELECT id FROM \(name) WHERE _arrival > ?1 ORDER BY id LIMIT -1) AS changed
            CROSS JOIN \(name) ON \(name).id = changed.id
            """
        )
        rows.bind(start, at: 1)
        return rows
    }

    private func buried(_ layout: CollectionLayout, since start: Int64) throws -> RawStatement {
        let rows = try context.statement(
            database,
            """
            SELECT grave.id, clock, packed
            FROM (
                SELECT id FROM passerelle_grave WHERE collection = ?1 AND arrival > ?2
                ORDER BY id LIMIT -1
            ) AS changed
            CROSS JOIN passerelle_grave AS grave
            ON grave.collection = ?1 AND grave.id = changed.id
            """
        )
        rows.bind(layout.name, at: 1)
        rows.bind(start, at: 2)
        return rows
    }

    private func append(
        _ id: [UInt8],
        _ clock: RowClock,
        _ layout: CollectionLayout,
        _ known: VersionVector,
        into writer: inout DeltaWriter,
        column: (Int) -> Value
    ) throws {
        guard clock.entries.contains(where: { !known.covers($0.dot) }) else { return }
        let contested = clock.entries.count > 1 && !clock.contested.isEmpty
        let siblings = contested ? try Siblings(database, context).of(id, in: layout) : [:]
        try writer.append(id: id, clock: clock) { entry, tag in
            if let hidden = siblings[Siblings.Key(tag: tag, dot: entry.dot)] { return hidden }
            guard let position = layout.position(of: tag) else {
                throw ReplicaError(
                    .newerStore,
                    "‘\(layout.name)’ holds a field unknown to this version: update the software"
                )
            }
            return column(position)
        }
    }
}
