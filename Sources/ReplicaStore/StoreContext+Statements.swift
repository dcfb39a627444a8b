import GRDB

extension StoreContext {
    /// The statement of that text, prepared once while the store is open.
    func statement(_ database: Database, _ sql: String) throws -> RawStatement {
        if let statement = statements[sql] { return statement }
        let statement = try RawStatement(database, sql)
        statements[sql] = statement
        return statement
    }

    /// The sum of the arrival numbers past the first parameter, less that number each.
    func arrivalSum(_ database: Database) throws -> RawStatement {
        if let arrivalSum { return arrivalSum }
        let sums = layouts.flatMap { layout in
            [
                "SELECT sum(_arrival - ?1) AS sum FROM \(layout.table) WHERE _arrival > ?1",
                "SELECT sum(arrival - ?1) FROM passerelle_grave "
                    + "WHERE collection = '\(layout.name)' AND arrival > ?1",
            ]
        }
        let statement = try RawStatement(
            database,
            "SELECT sum(sum) FROM (\(sums.joined(separator: " UNION ALL ")))"
        )
        arrivalSum = statement
        return statement
    }

    /// Lets go of prepared statements, which would keep the connection open.
    func closeStatements() {
        statements = [:]
        arrivalSum = nil
        largeRow = nil
    }
}
