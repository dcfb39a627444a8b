import GRDB

extension StoreContext {
    /// The statement of that text, prepared once while the store is open.
    func statement(_ database: Database, _ sql: String) throws -> RawStatement {
        if let statement = statements[sql] { return statement }
        let statement = try RawStatement(database, sql)
        statements[sql] = statement
        return statement
    }

    /// Lets go of prepared statements, which would keep the connection open.
    func closeStatements() { statements = [:] }
}
