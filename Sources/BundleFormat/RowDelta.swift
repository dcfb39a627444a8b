import Causality
import Records

/// One changed row on its way: all of its live writes, and the values that travel.
package struct RowDelta: Hashable, Sendable {
    package let id: RecordID
    package let clock: RowClock
    /// Whether the values of all writes travel, not only of those that the base does not cover.
    package let isWhole: Bool
    /// The values, in the order of the writes that travel and of their tags.
    package let values: [Value]

    package init(id: RecordID, clock: RowClock, isWhole: Bool = false, values: [Value]) {
        self.id = id
        self.clock = clock
        self.isWhole = isWhole
        self.values = values
    }
}

extension RowDelta {
    /// What the row weighs against the bounds of a block; see ``DeltaLimits``.
    var weight: Int {
        clock.entries.reduce(DeltaLimits.weight(cells: values.count, bytes: valueBytes)) {
            weight,
            entry in
            let cells = 1 + entry.elements.count + Set(entry.buried).count
            let bytes = entry.elements.reduce(0) { $0 + $1.key.count }
            return weight + DeltaLimits.weight(cells: cells, bytes: bytes)
        }
    }

    private var valueBytes: Int {
        values.reduce(0) { bytes, value in
            switch value {
            case .null, .integer: bytes
            case .text(let text): bytes + text.utf8.count
            case .blob(let blob): bytes + blob.count
            }
        }
    }
}
