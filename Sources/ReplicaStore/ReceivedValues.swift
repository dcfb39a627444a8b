import BundleFormat
import Causality
import Records

/// The values that came with a row, by the write and the field that they are of.
struct ReceivedValues {
    private let values: [Siblings.Key: Value]
    private let layout: CollectionLayout

    init(_ row: RowDelta, base: VersionVector, _ layout: CollectionLayout) throws {
        var values: [Siblings.Key: Value] = [:]
        var next = 0
        for entry in row.clock.entries where row.isWhole || !base.covers(entry.dot) {
            for tag in entry.fields.tags {
                guard next < row.values.count, let position = layout.position(of: tag) else {
                    throw ReplicaError(.contradiction, "a row of the bundle lacks a value")
                }
                let field = layout.fields[position]
                guard field.type.admits(row.values[next]) else {
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
        self.layout = layout
    }

    subscript(tag: UInt8, dot: Dot) -> Value? { values[Siblings.Key(tag: tag, dot: dot)] }
}
