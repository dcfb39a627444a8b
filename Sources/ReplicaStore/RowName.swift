import Records

/// Which row of which collection.
public struct RowName: Hashable, Sendable {
    /// The collection.
    public let collection: String
    /// The row.
    public let id: RecordID

    /// Creates a name.
    public init(_ collection: String, _ id: RecordID) {
        self.collection = collection
        self.id = id
    }
}

extension RowName: Comparable {
    /// Orders by collection, then by id.
    public static func < (left: RowName, right: RowName) -> Bool {
        left.collection == right.collection
            ? left.id < right.id : left.collection < right.collection
    }
}
