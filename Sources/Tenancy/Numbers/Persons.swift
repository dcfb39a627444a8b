import GRDB
import Records

/// The person behind each file, so that two merged files count once.
struct Persons {
    private var roots: [RowKey: RowKey] = [:]

    init(_ database: Database) throws {
        let known = try TenantRoots(database)
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT id FROM tenant WHERE merged_into IS NOT NULL"
        )
        while let row = try rows.next() {
            guard let id = RecordID(row, "id") else { continue }
            roots[RowKey(id)] = RowKey(known.root(of: id))
        }
    }

    subscript(file: RowKey) -> RowKey { roots[file] ?? file }
}
