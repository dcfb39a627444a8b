import Causality

/// What the rows of a block weigh, which decides where a block ends.
struct Weights {
    private let entries: [DeltaBlock.Entry]
    private let reader: EntryReader
    private let values: [ValueSlice]
    /// The weight of all rows.
    let total: Int

    init(_ entries: [DeltaBlock.Entry], _ reader: EntryReader, _ values: [ValueSlice]) {
        self.entries = entries
        self.reader = reader
        self.values = values
        total = Self.weight(entries[...], reader, values[...])
    }

    /// Checks that the block was not full before its last row, and that no row is beyond its bound.
    func check(lastRowFrom first: Int) throws(FormatFailure) {
        let start = entries[first...].first { $0.firstValue >= 0 }?.firstValue ?? values.count
        let last = Self.weight(entries[first...], reader, values[start...])
        guard last <= DeltaLimits.rowWeight else {
            let limit = UInt64(DeltaLimits.rowWeight)
            throw .limit(what: "a row", value: UInt64(last), limit: limit)
        }
        guard total - last < DeltaLimits.blockWeight else { throw .notCanonical("a block") }
    }

    private static func weight(
        _ entries: ArraySlice<DeltaBlock.Entry>,
        _ reader: EntryReader,
        _ values: ArraySlice<ValueSlice>
    ) -> Int {
        var cells = entries.count + values.count
        var bytes = 0
        for value in values {
            switch value {
            case .null, .integer: continue
            case .text(let place), .blob(let place): bytes += Int(place.count)
            }
        }
        if !reader.buried.isEmpty {
            cells += reader.buried[entries.indices].reduce(0) { $0 + $1.count }
        }
        if !reader.elements.isEmpty {
            for elements in reader.elements[entries.indices] {
                cells += elements.count
                bytes += elements.reduce(0) { $0 + $1.key.count }
            }
        }
        return DeltaLimits.weight(cells: cells, bytes: bytes)
    }
}
