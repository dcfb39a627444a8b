import Causality
import GRDB
import Records

/// Work on a row that is gone, listed in the inbox so that somebody decides what becomes of it.
struct Rescue {
    private let database: Database
    private let context: StoreContext
    private let layout: CollectionLayout

    init(_ database: Database, _ context: StoreContext, _ layout: CollectionLayout) {
        self.database = database
        self.context = context
        self.layout = layout
    }

    /// Lists what the live writes of a clock hold.
    func list(
        _ clock: RowClock,
        of id: [UInt8],
        value: (UInt8, Dot) -> Value?
    ) throws {
        for entry in clock.entries {
            for tag in entry.fields.tags {
                guard let value = value(tag, entry.dot) else { continue }
                try insert(id, tag, value, entry)
            }
            let own = RowClock(fresh: entry)
            for field in layout.composite where !own.elements(of: field.tag).isEmpty {
                try insert(id, field.tag, layout.column(of: field, in: own), entry)
            }
        }
    }

    private func insert(
        _ id: [UInt8],
        _ tag: UInt8,
        _ value: Value,
        _ entry: ClockEntry
    ) throws {
        let statement = try context.statement(
            database,
            """
            INSERT OR IGNORE INTO passerelle_rescued
                (collection, id, tag, value, place, counter, milliseconds, reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'the row was deleted meanwhile')
            """
        )
        statement.bind(layout.name, at: 1)
        statement.bind(id, at: 2)
        statement.bind(Int64(tag), at: 3)
        statement.bind(value, at: 4)
        statement.bind(Int64(context.progress.sites.place(of: entry.dot.replica) ?? -1), at: 5)
        statement.bind(Int64(bitPattern: entry.dot.counter), at: 6)
        statement.bind(Int64(clamping: entry.time.milliseconds), at: 7)
        try statement.run()
    }
}
