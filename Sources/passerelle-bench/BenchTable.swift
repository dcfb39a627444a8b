import Records

/// The one table of both sides: an identity and fourteen columns.
enum BenchTable {
    static let name = "tenant"

    static let fields: [Field] = [
        Field(1, "title", .text, .personal),
        Field(2, "last_name", .text, .personal),
        Field(3, "first_name", .text, .personal),
        Field(4, "born_on", .text, .personal),
        Field(5, "phone", .text, .personal),
        Field(6, "email", .text, .personal),
        Field(7, "lease", .text, .personal),
        Field(8, "building", .text, .personal),
        Field(9, "street", .text, .personal),
        Field(10, "postcode", .text, .personal),
        Field(11, "town", .text, .personal),
        Field(12, "household", .integer, .personal),
        Field(13, "occupation", .text, .personal),
        Field(14, "arrived_at", .integer, .technical),
    ]

    static let updateSQL = "UPDATE \(name) SET phone = ?2 WHERE id = ?1"

    static func schema() throws -> Schema {
        try Schema(.landlord, [RecordCollection(name, fields: fields)])
    }

    /// The table as somebody would write it who syncs nothing.
    static var plainSQL: String {
        let columns = fields.map { ", \($0.name) \($0.type.rawValue)" }.joined()
        return "CREATE TABLE \(name) (id BLOB NOT NULL PRIMARY KEY\(columns)) STRICT, WITHOUT ROWID"
    }

    static var insertSQL: String {
        let names = fields.map { ", \($0.name)" }.joined()
        let marks = fields.indices.map { ", ?\($0 + 2)" }.joined()
        return "INSERT INTO \(name) (id\(names)) VALUES (?1\(marks))"
    }
}
