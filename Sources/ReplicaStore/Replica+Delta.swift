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
            let fork = ForkLedger(database, context)
            try fork.restate()
            try fork.noteTold()
            return try DeltaSource(database, context).delta(since: base)
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
        let target = context.progress.vector
        // What the receiver knows beyond this replica says nothing about rows held here.
        let known = base.intersection(target)
        let start = try ArrivalLog(database, context).lastArrival(coveredBy: known)
        var writer = DeltaWriter(base: known, target: target)
        for layout in context.layouts {
            writer.beginCollection(layout.name)
            try living(layout, since: start, known, into: &writer)
            try buried(layout, since: start, known, into: &writer)
        }
        let rowCount = writer.rowCount
        return Delta(base: known, target: target, rowCount: rowCount, bytes: writer.finish())
    }

    private func living(
        _ layout: CollectionLayout,
        since start: Int64,
        _ known: VersionVector,
        into writer: inout DeltaWriter
    ) throws {
        let names = layout.fields.map { ", \($0.name)" }.joined()
        let filter = start == 0 ? "" : " WHERE _arrival > ?1"
        let rows = try context.statement(
            database,
            "SELECT id, _clock\(names) FROM \(layout.name)\(filter)"
        )
        if start != 0 { rows.bind(start, at: 1) }
        defer { rows.reset() }
        while try rows.step() {
            let clock = try context.decode(rows.bytes(1))
            try append(rows.bytes(0), clock, layout, known, into: &writer) { position in
                rows.value(Int32(position) + 2)
            }
        }
    }

    private func buried(
        _ layout: CollectionLayout,
        since start: Int64,
        _ known: VersionVector,
        into writer: inout DeltaWriter
    ) throws {
        let rows = try context.statement(
            database,
            """
            SELECT id, clock, packed FROM passerelle_grave WHERE collection = ?1 AND arrival > ?2
            """
        )
        rows.bind(layout.name, at: 1)
        rows.bind(start, at: 2)
        defer { rows.reset() }
        while try rows.step() {
            let clock = try context.decode(rows.bytes(1))
            let values = try PackedValues.decode(rows.bytes(2), layout)
            try append(rows.bytes(0), clock, layout, known, into: &writer) { values[$0] }
        }
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
