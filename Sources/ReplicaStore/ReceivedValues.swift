import BundleFormat
import Causality
import Records

/// The values that came with a row, by the write and the field that they are of.
struct ReceivedValues {
    private let values: [Siblings.Key: Value]

    /// Values given one by one; none, where everything is held here.
    init(_ values: [Siblings.Key: Value] = [:]) { self.values = values }

    /// The values of a row of a delta; those of known fields are of the field's type.
    init(_ row: RowDelta, base: VersionVector, _ layout: CollectionLayout?) throws(ReplicaError) {
        var values: [Siblings.Key: Value] = [:]
        var next = 0
        for entry in row.clock.entries where row.isWhole || !base.covers(entry.dot) {
            for tag in entry.fields.tags {
                guard next < row.values.count else {
                    throw ReplicaError(.contradiction, "a row of the bundle lacks a value")
                }
                if let layout, let position = layout.position(of: tag),
                    !layout.fields[position].type.admits(row.values[next])
                {
                    let field = layout.fields[position]
                    throw ReplicaError(
                        .badValue,
                        "‘\(layout.name).\(field.name)’ takes \(field.type.rawValue)"
                    )
                }
                values[Siblings.Key(tag: tag, dot: entry.dot)] = row.values[next]
                next += 1
            }
        }
        self.values = values
    }

    subscript(tag: UInt8, dot: Dot) -> Value? { values[Siblings.Key(tag: tag, dot: dot)] }
}
