import Causality

/// A kind of row: its fields, what a deletion means, and which columns are looked up.
public struct RecordCollection: Hashable, Sendable {
    /// The name of the collection and of its table.
    public let name: String
    /// The fields, in the order of their columns.
    public let fields: [Field]
    /// What a deletion means to an edit that it did not see.
    public let deleteRule: DeleteRule
    /// The fields that no two rows should hold alike, together: `[["erp_reference"]]`.
    ///
    /// It refuses no write and no merge, and drops no row. Where two rows hold the same, the later one
    /// is marked, the same on every replica, and the inbox lists it. Nothing clashes with nothing.
    public let unique: [[String]]
    /// The column lists or expressions that are indexed, as SQL.
    public let indexes: [String]

    /// Creates a collection.
    public init(
        _ name: String,
        deleteRule: DeleteRule = .editWins,
        unique: [[String]] = [],
        indexes: [String] = [],
        fields: [Field]
    ) {
        self.name = name
        self.fields = fields
        self.deleteRule = deleteRule
        self.unique = unique
        self.indexes = indexes
    }

    /// The field with that column name.
    public func field(named name: String) -> Field? { fields.first { $0.name == name } }

    /// The field with that tag.
    public func field(tag: UInt8) -> Field? { fields.first { $0.tag == tag } }
}
