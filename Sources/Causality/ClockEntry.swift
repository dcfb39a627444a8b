/// One write that is still alive in a row: its name, its time, and the cells it is the version of.
///
/// Fields written together share one entry, so a fresh row costs one dot, not one per column.
package struct ClockEntry: Hashable, Sendable {
    package let dot: Dot
    package let time: HybridTime
    /// The fields (and the row, and the mark of deletion) whose live version is this write.
    package var fields: FieldMask
    /// The elements whose live version is this write, sorted.
    package var elements: [Element]
    /// The content that a deletion saw; empty where the write is no deletion.
    package var buried: [Dot]

    package init(
        dot: Dot,
        time: HybridTime,
        fields: FieldMask,
        elements: [Element] = [],
        buried: [Dot] = []
    ) {
        self.dot = dot
        self.time = time
        self.fields = fields
        self.elements = elements
        self.buried = buried
    }

    /// Whether no cell of the row has this write as its version any more.
    package var isSpent: Bool { fields.isEmpty && elements.isEmpty }

    /// Whether the write says that the row is here, and nothing else; see ``RowClock/mark(dot:time:)``.
    package var isMark: Bool { fields.isMark && elements.isEmpty }

    /// Whether some content of the row, not only the row or its deletion, is of this write.
    package var hasContent: Bool { !fields.content.isEmpty || !elements.isEmpty }

    /// The order that chooses among concurrent versions: later time, then greater replica, then
    /// greater counter.
    package static func precedes(_ left: ClockEntry, _ right: ClockEntry) -> Bool {
        left.time == right.time ? left.dot < right.dot : left.time < right.time
    }

    /// The same entry with only some of its content, and so without a mark of deletion.
    func restricted(to fields: FieldMask, elements: [Element]) -> ClockEntry {
        ClockEntry(dot: dot, time: time, fields: fields, elements: elements)
    }
}
