/// One value of a block, its bytes left where they are: see ``DeltaBlock/bytes``.
package enum ValueSlice: Hashable, Sendable {
    case null
    case integer(Int64)
    /// UTF-8, validated.
    case text(ByteRange)
    case blob(ByteRange)
}

/// Where bytes stand in a block.
package struct ByteRange: Hashable, Sendable {
    package let start: UInt32
    package let count: UInt32

    package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
