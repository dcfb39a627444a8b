/// Something that the engine keeps in the schema of a store beside its tables.
struct SchemaObject: Hashable, Sendable {
    /// What kind of object it is, as `sqlite_schema` calls it.
    enum Kind: String {
        case index
        case trigger
        case view
    }

    let kind: Kind
    let name: String
    /// The statement that makes it.
    let sql: String

    init(_ kind: Kind, _ name: String, _ sql: String) {
        self.kind = kind
        self.name = name
        self.sql = sql
    }
}
