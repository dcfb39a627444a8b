/// What one partition may contain: its collections, declared once.
///
/// A schema that exists is sound: every name is a plain identifier, every tag is used once, and no
/// field about a person stands in a partition that others read.
public struct Schema: Hashable, Sendable {
    /// Whose data it is.
    public let partition: PartitionKind
    /// The collections, in the order of their declaration.
    public let collections: [RecordCollection]

    /// The highest tag of a field: the bits of a row clock.
    public static let maximumTag: UInt8 = 62

    /// Checks a declaration.
    ///
    /// - Throws: ``SchemaFailure``, which names the collection and the field.
    public init(_ partition: PartitionKind, _ collections: [RecordCollection]) throws(SchemaFailure)
    {
        var names: Set<String> = []
        for collection in collections {
            guard Self.isPlain(collection.name) else { throw .badName(collection.name) }
            guard names.insert(collection.name).inserted else {
                throw .duplicateCollection(collection.name)
            }
            try Self.check(collection, in: partition)
        }
        self.partition = partition
        self.collections = collections
    }

    /// The collection of that name.
    public func collection(named name: String) -> RecordCollection? {
        collections.first { $0.name == name }
    }

    private static func check(
        _ collection: RecordCollection,
        in partition: PartitionKind
    ) throws(SchemaFailure) {
        var names: Set<String> = []
        var tags: Set<UInt8> = []
        for field in collection.fields {
            guard isPlain(field.name), field.name != "id" else { throw .badName(field.name) }
            guard names.insert(field.name).inserted, tags.insert(field.tag).inserted else {
                throw .duplicateField(collection: collection.name, field: field.name)
            }
            guard (1...maximumTag).contains(field.tag) else {
                throw .badTag(collection: collection.name, field: field.name, tag: field.tag)
            }
            try check(field, of: collection, in: partition)
            if let leader = field.rule.leader {
                guard let rule = collection.field(named: leader)?.rule, !rule.isComposite,
                    rule.leader == nil
                else { throw .noLeader(collection: collection.name, field: field.name) }
            }
        }
        for names in collection.unique where !isSound(names, in: collection) {
            throw .badUnique(collection: collection.name, fields: names)
        }
    }

    private static func isSound(_ unique: [String], in collection: RecordCollection) -> Bool {
        !unique.isEmpty && Set(unique).count == unique.count
            && unique.allSatisfy { name in
                collection.field(named: name).map { !$0.rule.isComposite } ?? false
            }
    }

    private static func check(
        _ field: Field,
        of collection: RecordCollection,
        in partition: PartitionKind
    ) throws(SchemaFailure) {
        let needed: FieldType? =
            switch field.rule {
            case .latest, .follows: nil
            case .ranked, .set: .text
            case .counter: .integer
            }
        if let needed, field.type != needed {
            throw .ruleNeedsType(collection: collection.name, field: field.name, type: needed)
        }
        guard partition.admits(field.privacy) else {
            throw .personalField(
                collection: collection.name,
                field: field.name,
                partition: partition
            )
        }
    }

    /// A letter, then letters, digits and underscores; the engine's own prefix is kept apart.
    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
        else { return false }
        guard name.utf8.count <= 48, !name.hasPrefix("passerelle_"), !name.hasPrefix("sqlite_")
        else { return false }
        return name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}
