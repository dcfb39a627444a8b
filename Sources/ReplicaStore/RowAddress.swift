import Records

/// Where a row stands: its collection and its identity.
public struct RowAddress: Hashable, Sendable {
    /// The collection.
    public let collection: String
    /// The row.
    public let id: RecordID

    /// Creates the address of a row.
    public init(_ collection: String, _ id: RecordID) {
        self.collection = collection
        self.id = id
    }
}

extension RowAddress: Comparable {
    /// Orders addresses by identity, then by the bytes of the collection's name.
    public static func < (left: RowAddress, right: RowAddress) -> Bool {
        left.id == right.id
            ? left.collection.utf8.lexicographicallyPrecedes(right.collection.utf8)
            : left.id < right.id
    }
}

extension RowAddress: CustomStringConvertible {
    /// The address as `collection/identity`.
    public var description: String { "\(collection)/\(id)" }
}
