import Causality
import Records

/// One changed row on its way: all of its live writes, and the values that the base does not cover.
package struct RowDelta: Hashable, Sendable {
    package let id: RecordID
    package let clock: RowClock
    /// The values, in the order of the clock's uncovered entries and of their tags.
    package let values: [Value]

    package init(id: RecordID, clock: RowClock, values: [Value]) {
        self.id = id
        self.clock = clock
        self.values = values
    }
}
