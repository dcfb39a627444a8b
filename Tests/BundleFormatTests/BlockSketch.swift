import BundleFormat

/// A block put together by hand, each column as it is given, sound or not.
///
/// By default it is sound: one row, whose one write sets field 1 to 5.
struct BlockSketch {
    var name = "person"
    var rowCount: UInt64?
    var flags: UInt8 = 0
    var ids: [UInt8] = [1]
    var heads: [UInt64] = []
    var shapes: [UInt64] = [3]
    var shapeOfEntry: [UInt64] = []
    var places: [UInt64] = [0]
    var counters: [UInt64] = [1]
    var times: [UInt64] = [5]
    var elementCounts: [UInt64] = []
    var elements: [UInt8] = []
    var buriedCounts: [UInt64] = []
    var buried: [UInt64] = []
    var columns: [UInt8] = [1, 0, 10]

    /// The bytes of the block; an id is given by its last byte.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.text(name)
        writer.varint(rowCount ?? UInt64(ids.count))
        writer.byte(flags)
        writer.raw([UInt8](repeating: 0, count: 15 * ids.count) + ids)
        for numbers in [heads, [UInt64(shapes.count)], shapes, shapeOfEntry, places] {
            for number in numbers { writer.varint(number) }
        }
        for numbers in [counters, times] { for number in numbers { writer.zigzag(number) } }
        for number in elementCounts { writer.varint(number) }
        writer.raw(elements)
        for number in buriedCounts + buried { writer.varint(number) }
        writer.raw(columns)
        return writer.bytes
    }
}
