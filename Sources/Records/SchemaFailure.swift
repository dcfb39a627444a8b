/// Why a declaration of collections is refused.
public enum SchemaFailure: Error, Hashable, Sendable {
    /// The name is no plain SQL identifier, or begins as the engine's own tables do.
    case badName(String)
    /// Two collections of one name.
    case duplicateCollection(String)
    /// Two fields of one name or one tag.
    case duplicateField(collection: String, field: String)
    /// A tag outside 1 to 62.
    case badTag(collection: String, field: String, tag: UInt8)
    /// A set that is not text, or a counter that is not a number.
    case ruleNeedsType(collection: String, field: String, type: FieldType)
    /// A field that follows none, or one that follows another itself.
    case noLeader(collection: String, field: String)
    /// A declaration of uniqueness that names no field, one twice, or one of many cells.
    case badUnique(collection: String, fields: [String])
    /// A field about a person in a partition that others read.
    case personalField(collection: String, field: String, partition: PartitionKind)
}

extension SchemaFailure: CustomStringConvertible {
    /// The failure and its remedy, in English.
    public var description: String {
        switch self {
        case .badName(let name):
            "‘\(name)’ is no name for a collection or field: use a-z, 0-9 and _, from a letter"
        case .duplicateCollection(let name): "collection ‘\(name)’ is declared twice"
        case .duplicateField(let collection, let field):
            "field ‘\(field)’ of ‘\(collection)’ repeats a name or a tag: give it its own"
        case .badTag(let collection, let field, let tag):
            "field ‘\(field)’ of ‘\(collection)’ has tag \(tag): use 1 to 62"
        case .ruleNeedsType(let collection, let field, let type):
            "the merge rule of ‘\(field)’ of ‘\(collection)’ needs type \(type.rawValue)"
        case .noLeader(let collection, let field):
            "‘\(field)’ of ‘\(collection)’ must follow a field of one cell that follows none"
        case .badUnique(let collection, let fields):
            "‘\(collection)’ cannot be unique by ‘\(fields.joined(separator: ", "))’: name fields of "
                + "one cell, each once"
        case .personalField(let collection, let field, let partition):
            "field ‘\(field)’ of ‘\(collection)’ is about a person: not in the \(partition) partition"
        }
    }
}
