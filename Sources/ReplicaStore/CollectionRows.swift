import BundleFormat
import Causality
import GRDB
import Records

/// The rows of one collection that arrived after a number, living and deleted, in the order of ids.
struct CollectionRows {
    private let database: Database
    private let context: StoreContext
    private let layout: CollectionLayout
    private let start: Int64
    private let base: VersionVector

    /// A deleted row that waits for its place.
    private struct Grave {
        let id: [UInt8]
        let clock: RowClock
        let values: [Value]
    }

    init(
        _ database: Database,
        _ context: StoreContext,
        _ layout: CollectionLayout,
        since start: Int64,
        _ base: VersionVector
    ) {
        self.database = database
        self.context = context
        self.layout = layout
        self.start = start
        self.base = base
    }

    func write(into writer: inout DeltaWriter) throws {
        var graves = try graves()[...]
        let names = layout.fields.map { ", \($0.column)" }.joined()
        // The unary plus keeps SQLite from scanning the whole table for the sake of the order.
        let filter = start == 0 ? " ORDER BY id" : " WHERE _arrival > ?1 ORDER BY +id"
        let rows = try context.statement(
            database,
            "SELECT id, _clock\(names) FROM \(layout.table)\(filter)"
        )
        if start != 0 { rows.bind(start, at: 1) }
        defer { rows.reset() }
        while try rows.step() {
            let id = rows.bytes(0)
            while let grave = graves.first, grave.id.lexicographicallyPrecedes(id) {
                try append(graves.removeFirst(), into: &writer)
            }
            try append(id, try context.decode(rows.bytes(1)), into: &writer) { position in
                rows.value(Int32(position) + 2)
            }
        }
        for grave in graves { try append(grave, into: &writer) }
    }

    private func graves() throws -> [Grave] {
        let rows = try context.statement(
            database,
            """
            SELECT id, clock, packed FROM passerelle_grave
            WHERE collection = ?1 AND arrival > ?2 ORDER BY +id
            """
        )
        rows.bind(layout.name, at: 1)
        rows.bind(start, at: 2)
        defer { rows.reset() }
        var graves: [Grave] = []
        while try rows.step() {
            graves.append(
                Grave(
                    id: rows.bytes(0),
                    clock: try context.decode(rows.bytes(1)),
                    values: try PackedValues.decode(rows.bytes(2), layout)
                )
            )
        }
        return graves
    }

    private func append(_ grave: Grave, into writer: inout DeltaWriter) throws {
        try append(grave.id, grave.clock, into: &writer) { grave.values[$0] }
    }

    private func append(
        _ id: [UInt8],
        _ clock: RowClock,
        into writer: inout DeltaWriter,
        column: (Int) -> Value
    ) throws {
        guard clock.entries.contains(where: { !base.covers($0.dot) }) else { return }
        let isContested = clock.entries.count > 1 && !clock.contested.isEmpty
        let siblings = isContested ? try Siblings(database, context).of(id, in: layout) : [:]
        let isFamiliar = layout.known.isSuperset(of: clock.fields.content)
        let unknown =
            isFamiliar ? [:] : try UnknownValues(database, context).of(id, in: layout.name)
        // Who has freed the row, should it come back, needs all of it.
        let isWhole = isContested || clock.isMarkedDeleted
        try writer.append(id: id, clock: clock, isWhole: isWhole) { entry, tag in
            let key = Siblings.Key(tag: tag, dot: entry.dot)
            if let hidden = siblings[key] ?? unknown[key] { return hidden }
            guard let position = layout.position(of: tag) else {
                throw ReplicaError(
                    .newerStore,
                    "‘\(layout.name)’ was written by a newer version: update the software"
                )
            }
            return column(position)
        }
    }
}
