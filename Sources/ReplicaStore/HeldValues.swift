import Causality
import Records

/// What the live writes of one row hold here: each value is shown, or set aside.
struct HeldValues {
    private let layout: CollectionLayout
    private let shown: [Value]
    private let hidden: [Siblings.Key: Value]

    init(_ rows: RowStatements, _ id: [UInt8], at place: RowStatements.Place) throws {
        layout = rows.layout
        shown = try rows.values(of: id, at: place)
        hidden = try Siblings(rows.database, rows.context).of(id, in: rows.layout)
    }

    /// The value of a live write; nil of a field that this version does not know.
    subscript(tag: UInt8, dot: Dot) -> Value? {
        hidden[Siblings.Key(tag: tag, dot: dot)] ?? layout.position(of: tag).map { shown[$0] }
    }
}
