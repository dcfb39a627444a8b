import GRDB

extension RowName {
    /// Whether the row was erased for good in the store that a connection is open on.
    package func isErased(in database: Database) throws -> Bool {
        try ErasedRows(database).contains(self)
    }
}
