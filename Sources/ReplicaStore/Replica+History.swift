import Causality
import GRDB
import Records

extension Replica {
    /// Who wrote what each field of a row shows, and when; a field that nobody wrote is left out.
    ///
    /// The store keeps the writes that are alive, not those that they replaced.
    package func lastWrites(
        of id: RecordID,
        in collection: String
    ) throws -> [String: FieldWrite] {
        try mapped {
            try queue.inDatabase { database in
                let layout = try context.layout(named: collection)
                let rows = try RowStatements(database, context, layout)
                let clock = try rows.clock(of: id.bytes).clock
                let writes = layout.fields.compactMap { field in
                    clock.winner(of: field.tag).map { entry in
                        (
                            field.name,
                            FieldWrite(
                                replica: entry.dot.replica,
                                milliseconds: entry.time.milliseconds
                            )
                        )
                    }
                }
                return Dictionary(uniqueKeysWithValues: writes)
            }
        }
    }
}
