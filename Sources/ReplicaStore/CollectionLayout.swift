import Causality
import Records

/// A collection as the store sees it: which column holds which tag, and the bits of its fields.
struct CollectionLayout: Sendable {
    let collection: RecordCollection
    /// The fields that have one cell each.
    let plain: FieldMask
    /// Every field that this version knows.
    let known: FieldMask
    /// The positions of the fields in the order in which versions are chosen: leaders first.
    let mergeOrder: [Int]
    /// The position among the fields by tag, -1 where there is none.
    private let positions: [Int]

    init(_ collection: RecordCollection) {
        self.collection = collection
        plain = collection.fields.filter { !$0.rule.isComposite }
            .reduce(into: []) { $0.insert(.field($1.tag)) }
        known = collection.fields.reduce(into: []) { $0.insert(.field($1.tag)) }
        let indices = collection.fields.indices
        mergeOrder =
            indices.filter { collection.fields[$0].rule.leader == nil }
            + indices.filter { collection.fields[$0].rule.leader != nil }
        var positions = [Int](repeating: -1, count: 64)
        for (index, field) in collection.fields.enumerated() { positions[Int(field.tag)] = index }
        self.positions = positions
    }

    var name: String { collection.name }

    var fields: [Field] { collection.fields }

    var composite: [Field] { collection.fields.filter(\.rule.isComposite) }

    /// The fields that are written whenever one of these is: themselves and those that follow them.
    func written(with names: [String]) -> FieldMask {
        fields.filter { field in
            !field.rule.isComposite
                && (names.contains(field.name) || field.rule.leader.map(names.contains) == true)
        }
        .reduce(into: []) { $0.insert(.field($1.tag)) }
    }

    /// The position of a tag among the fields, nil where the collection has no such field.
    func position(of tag: UInt8) -> Int? {
        guard tag < 64, positions[Int(tag)] >= 0 else { return nil }
        return positions[Int(tag)]
    }

    /// The column value of a field with many cells, computed from its live elements.
    func column(of field: Field, in clock: RowClock) -> Value {
        let elements = clock.elements(of: field.tag)
        if case .set = field.rule {
            return TextSet.column(elements.map { String(decoding: $0.key, as: UTF8.self) })
        }
        var shares: [[UInt8]: Element] = [:]
        for element in elements {
            shares[element.key] = shares[element.key]?.merged(with: element) ?? element
        }
        if shares.isEmpty { return .null }
        let sum = shares.values.reduce(Int64(0)) { sum, share in
            sum &+ Int64(truncatingIfNeeded: share.increments &- share.decrements)
        }
        return .integer(sum)
    }
}
