extension ClockEntry {
    /// The same write under another name, where its name turned out to be taken; `names` are the new
    /// names of other writes of the row, for a deletion that saw them.
    package func renamed(_ dot: Dot, burying names: [Dot: Dot]) -> ClockEntry {
        ClockEntry(
            dot: dot,
            time: time,
            fields: fields,
            elements: elements,
            buried: buried.map { names[$0] ?? $0 }.sorted()
        )
    }
}
