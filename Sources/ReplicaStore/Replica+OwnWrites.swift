import Causality
import GRDB
import Records

extension Replica {
    /// How many writes of this replica rows hold that no colleague was told of, or that were made after
    /// a moment.
    ///
    /// Writes that a merge has set aside count too.
    package func ownWrites(
        in rows: Set<RowName>,
        beyond told: UInt64,
        after milliseconds: UInt64
    ) throws -> Int {
        try mapped {
            try queue.inDatabase { database in
                var writes: Set<Dot> = []
                for (name, rows) in Dictionary(grouping: rows, by: \.collection) {
                    guard let layout = try? context.layout(named: name) else { continue }
                    let statements = try RowStatements(database, context, layout)
                    for row in rows {
                        for entry in try statements.clock(of: row.id.bytes).clock.entries
                        where entry.dot.replica == context.own
                            && (entry.dot.counter > told
                                || entry.time.milliseconds > milliseconds)
                        {
                            writes.insert(entry.dot)
                        }
                        writes.formUnion(try rescued(row, beyond: told, database))
                    }
                }
                return writes.count
            }
        }
    }

    private func rescued(
        _ row: RowName,
        beyond told: UInt64,
        _ database: Database
    ) throws -> [Dot] {
        try Int64.fetchAll(
            database,
            sql: """
                SELECT counter FROM passerelle_rescued
                WHERE collection = ? AND id = ? AND place = ? AND counter > ?
                """,
            arguments: [
                row.collection, row.id.bytes.data,
                context.progress.sites.place(of: context.own).map(Int64.init) ?? -1,
                Int64(bitPattern: told),
            ]
        ).map { Dot(context.own, UInt64(bitPattern: $0)) }
    }
}
