import BundleFormat
import Causality
import Records

/// Which value of a block goes into which column of one row.
struct ReceivedColumns {
    private let layout: CollectionLayout
    /// The place of the value of each column among those of the block.
    private var values: [Int]
    /// The columns that have a value, a bit each.
    private(set) var mask: UInt64 = 0

    init(_ layout: CollectionLayout) {
        self.layout = layout
        values = [Int](repeating: 0, count: layout.fields.count)
    }

    mutating func begin() { mask = 0 }

    /// Takes the values of some fields of a write; false where they stayed behind, a field is unknown
    /// or a value is not of its field's type.
    mutating func take(
        _ entry: DeltaBlock.Entry,
        _ wanted: FieldMask,
        _ block: DeltaBlock
    ) -> Bool {
        guard entry.firstValue >= 0 else { return false }
        let all = entry.fields.content.rawValue
        var rest = wanted.rawValue
        while rest != 0 {
            let tag = UInt8(truncatingIfNeeded: rest.trailingZeroBitCount)
            let bit = rest & (0 &- rest)
            let value = entry.firstValue + (all & (bit - 1)).nonzeroBitCount
            guard let position = layout.position(of: tag),
                layout.fields[position].type.admits(block.values[value])
            else { return false }
            values[position] = value
            mask |= 1 << UInt64(position)
            rest &= rest - 1
        }
        return true
    }

    /// Binds every column, nothing where it has no value.
    func bindAll(
        to statement: RawStatement,
        _ block: DeltaBlock,
        _ bytes: UnsafeRawBufferPointer,
        from first: Int32
    ) {
        for position in values.indices {
            let hasValue = mask & 1 << UInt64(position) != 0
            let value = hasValue ? block.values[values[position]] : .null
            statement.bindStatic(value, in: bytes, at: first + Int32(position))
        }
    }

    /// Binds the columns that have a value, by ascending position.
    func bindTaken(
        to statement: RawStatement,
        _ block: DeltaBlock,
        _ bytes: UnsafeRawBufferPointer,
        from first: Int32
    ) {
        var rest = mask
        var index = first
        while rest != 0 {
            let value = block.values[values[rest.trailingZeroBitCount]]
            statement.bindStatic(value, in: bytes, at: index)
            index += 1
            rest &= rest - 1
        }
    }
}

extension FieldType {
    /// Whether a value of a block may stand in a field of this type.
    fileprivate func admits(_ value: ValueSlice) -> Bool {
        switch (self, value) {
        case (_, .null), (.text, .text), (.integer, .integer), (.blob, .blob): true
        default: false
        }
    }
}
