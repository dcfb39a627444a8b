/// Weighs the two layouts of a column of integers: the shorter is the one that is written.
struct IntegerSizes {
    private var plain = 0
    private var differences = 0
    private var last: Int64 = 0

    mutating func add(_ number: Int64) {
        plain += Self.size(number)
        differences += Self.size(number &- last)
        last = number
    }

    /// The layout of the column: differences where they are shorter.
    var layout: UInt8 {
        differences < plain ? ColumnWriter.Layout.differences : ColumnWriter.Layout.plain
    }

    private static func size(_ number: Int64) -> Int {
        let folded = ByteWriter.folded(UInt64(bitPattern: number))
        return (70 - (folded | 1).leadingZeroBitCount) / 7
    }
}
