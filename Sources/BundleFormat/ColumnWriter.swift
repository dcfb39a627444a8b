import Records

/// Gathers the values of one field of a block and lays them out.
struct ColumnWriter: Sendable {
    /// The kinds of value, as bytes; beyond them the byte for a column of several kinds.
    enum Kind {
        static let null: UInt8 = 0
        static let integer: UInt8 = 1
        static let text: UInt8 = 2
        static let blob: UInt8 = 3
        static let mixed: UInt8 = 4
    }

    /// How texts, blobs or integers are laid out.
    enum Layout {
        static let plain: UInt8 = 0
        /// Of texts and blobs: the distinct ones, then a byte for each.
        static let dictionary: UInt8 = 1
        /// Of integers: each as its difference from the one before.
        static let differences: UInt8 = 1
    }

    private var kinds: [UInt8] = []
    private var integers: [Int64] = []
    private var texts = Stretches()
    private var blobs = Stretches()

    /// Texts or blobs one after the other.
    private struct Stretches: Sendable {
        var heap: [UInt8] = []
        var ranges: [Range<Int>] = []

        mutating func append(_ bytes: some Collection<UInt8>) {
            let start = heap.count
            heap.append(contentsOf: bytes)
            ranges.append(start..<heap.count)
        }
    }

    mutating func append(_ value: Value) {
        switch value {
        case .null:
            kinds.append(Kind.null)
        case .integer(let number):
            kinds.append(Kind.integer)
            integers.append(number)
        case .text(let text):
            kinds.append(Kind.text)
            texts.append(text.utf8)
        case .blob(let bytes):
            kinds.append(Kind.blob)
            blobs.append(bytes)
        }
    }

    func write(into writer: inout ByteWriter) {
        if let kind = kinds.first, kinds.allSatisfy({ $0 == kind }) {
            writer.byte(kind)
        } else {
            writer.byte(Kind.mixed)
            writer.raw(kinds)
        }
        if !integers.isEmpty { writeIntegers(into: &writer) }
        if !texts.ranges.isEmpty { Self.write(texts, into: &writer) }
        if !blobs.ranges.isEmpty { Self.write(blobs, into: &writer) }
    }

    private func writeIntegers(into writer: inout ByteWriter) {
        var sizes = IntegerSizes()
        for number in integers { sizes.add(number) }
        writer.byte(sizes.layout)
        var last: Int64 = 0
        for number in integers {
            let base = sizes.layout == Layout.differences ? last : 0
            writer.zigzag(UInt64(bitPattern: number &- base))
            last = number
        }
    }

    private static func write(_ stretches: Stretches, into writer: inout ByteWriter) {
        if let (distinct, places) = dictionary(of: stretches) {
            writer.byte(Layout.dictionary)
            writer.count(distinct.count)
            for range in distinct { writer.count(range.count) }
            for range in distinct { writer.raw(stretches.heap[range]) }
            writer.raw(places)
        } else {
            writer.byte(Layout.plain)
            for range in stretches.ranges { writer.count(range.count) }
            writer.raw(stretches.heap)
        }
    }

    private static func dictionary(
        of stretches: Stretches
    ) -> (distinct: [Range<Int>], places: [UInt8])? {
        var distinct = DistinctBytes(limit: DeltaLimits.dictionary(of: stretches.ranges.count))
        var places: [UInt8] = []
        places.reserveCapacity(stretches.ranges.count)
        for range in stretches.ranges {
            guard let place = distinct.place(range, in: stretches.heap.span) else { return nil }
            places.append(UInt8(truncatingIfNeeded: place))
        }
        return (distinct.stretches, places)
    }
}
