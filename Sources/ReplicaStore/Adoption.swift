import Causality
import Foundation
import GRDB
import Records

/// Takes in what was kept for a later version, once the schema declares it: no row changes its
/// clock, so an upgrade is no write.
struct Adoption {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    func run() throws {
        for layout in context.layouts {
            let rows = try RowStatements(database, context, layout)
            try adoptStrangers(rows)
            for id in try rowsWithKeptValues(layout) { try adopt(id, rows) }
            for id in try rowsWithKeptElements(rows) { try adopt(id, rows) }
        }
    }

    /// Rows of a collection that was not known.
    private func adoptStrangers(_ rows: RowStatements) throws {
        let name = rows.layout.name
        let strangers = StrangerRows(database, context, name)
        let ids = try Data.fetchAll(
            database,
            kept: "SELECT id FROM passerelle_stranger WHERE collection = ?",
            arguments: [name]
        )
        for id in ids.map([UInt8].init) {
            let clock = try strangers.clock(of: id)
            let values = try UnknownValues(database, context).of(id, in: name)
            try strangers.remove(id)
            let received = ReceivedValues(admitted(values, rows.layout))
            _ = try RowMerger(rows, received, id, .nowhere).settle(RowClock(), clock)
        }
    }

    /// A row some of whose fields were not known.
    private func adopt(_ id: [UInt8], _ rows: RowStatements) throws {
        let (clock, place) = try rows.clock(of: id)
        guard place != .nowhere else { return }
        let unknown = UnknownValues(database, context)
        let values = try unknown.of(id, in: rows.layout.name)
        let received = ReceivedValues(admitted(values, rows.layout))
        _ = try RowMerger(rows, received, id, place).settle(clock, clock)
        try unknown.follow(clock, of: id, in: rows.layout)
    }

    private func rowsWithKeptValues(_ layout: CollectionLayout) throws -> [[UInt8]] {
        let tags = layout.fields.map { String($0.tag) }.joined(separator: ", ")
        return try Data.fetchAll(
            database,
            kept: """
                SELECT DISTINCT id FROM passerelle_unknown
                WHERE collection = ? AND tag IN (\(tags))
                """,
            arguments: [layout.name]
        ).map([UInt8].init)
    }

    /// Rows whose clocks hold members or shares that their columns do not show yet.
    private func rowsWithKeptElements(_ rows: RowStatements) throws -> [[UInt8]] {
        guard !rows.layout.composite.isEmpty else { return [] }
        return try rows.ids().map(\.bytes).filter { id in
            let (clock, place) = try rows.clock(of: id)
            guard place == .table, clock.entries.contains(where: { !$0.elements.isEmpty }) else {
                return false
            }
            let values = try rows.values(of: id, at: place)
            return rows.layout.fields.enumerated().contains { position, field in
                field.rule.isComposite
                    && values[position] != rows.layout.column(of: field, in: clock)
            }
        }
    }

    /// The values as the fields take them: one of another type is no value of the field.
    private func admitted(
        _ values: [UnknownValues.Key: Value],
        _ layout: CollectionLayout
    ) -> [UnknownValues.Key: Value] {
        values.reduce(into: [:]) { admitted, kept in
            let field = layout.position(of: kept.key.tag).map { layout.fields[$0] }
            let isAdmitted = field?.type.admits(kept.value) ?? true
            admitted[kept.key] = isAdmitted ? kept.value : .null
        }
    }
}
