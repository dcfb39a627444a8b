import Causality
import Foundation
import GRDB
import Records

extension Replica {
    /// The writes that rows hold, each with its time in milliseconds since 1970; those of this replica
    /// that a merge has set aside too.
    package func liveWrites(in rows: Set<RowName>) throws -> [Dot: UInt64] {
        try mapped {
            try queue.inDatabase { database in
                var writes: [Dot: UInt64] = [:]
                for (name, rows) in Dictionary(grouping: rows, by: \.collection) {
                    guard let layout = try? context.layout(named: name) else { continue }
                    let statements = try RowStatements(database, context, layout)
                    for row in rows {
                        for entry in try statements.clock(of: row.id.bytes).clock.entries {
                            writes[entry.dot] = entry.time.milliseconds
                        }
                        try rescued(row, database) { writes[$0] = $1 }
                    }
                }
                return writes
            }
        }
    }

    private func rescued(
        _ row: RowName,
        _ database: Database,
        _ note: (Dot, UInt64) -> Void
    ) throws {
        guard let place = context.progress.sites.place(of: context.own) else { return }
        let lines = try Row.fetchAll(
            database,
            sql: """
                SELECT counter, milliseconds FROM passerelle_rescued
                WHERE collection = ? AND id = ? AND place = ?
                """,
            arguments: [row.collection, row.id.bytes.data, Int64(place)]
        )
        for line in lines {
            let counter = UInt64(bitPattern: line["counter"] as Int64)
            let moment = UInt64(clamping: line["milliseconds"] as Int64? ?? 0)
            note(Dot(context.own, counter), moment)
        }
    }
}
