import Causality
import Records

/// Reads the columns of values of a block, field by field, into the order of its rows.
struct ColumnReader {
    private var reader: ByteReader
    private let bytes: [UInt8]
    private(set) var values: [ValueSlice]
    /// Where the values of the column at hand stand among all.
    private var places: [Int] = []

    init(_ reader: ByteReader, _ bytes: [UInt8], _ count: Int) {
        self.reader = reader
        self.bytes = bytes
        values = [ValueSlice](repeating: .null, count: count)
    }

    /// Reads all columns, up to the end of the block.
    mutating func read(_ entries: [DeltaBlock.Entry]) throws(FormatFailure) {
        let travelling = entries.filter { $0.firstValue >= 0 }
        let fields = travelling.reduce(into: FieldMask()) { $0.formUnion($1.fields) }
        for tag in fields.tags {
            let bit = FieldMask.field(tag).rawValue
            places.removeAll(keepingCapacity: true)
            for entry in travelling {
                let content = entry.fields.content.rawValue
                guard content & bit != 0 else { continue }
                places.append(entry.firstValue + (content & (bit - 1)).nonzeroBitCount)
            }
            try column()
        }
        guard reader.isAtEnd else { throw .trailingData }
    }

    private mutating func column() throws(FormatFailure) {
        let kind = try reader.byte()
        switch kind {
        case ColumnWriter.Kind.null: return
        case ColumnWriter.Kind.integer: try integers(places)
        case ColumnWriter.Kind.text: try stretches(places, areTexts: true)
        case ColumnWriter.Kind.blob: try stretches(places, areTexts: false)
        case ColumnWriter.Kind.mixed: try mixed()
        default: throw .notCanonical("a value")
        }
    }

    /// A column of several kinds: the kind of each value, then the values of each kind.
    private mutating func mixed() throws(FormatFailure) {
        let kinds = try reader.raw(places.count)
        guard kinds.allSatisfy({ $0 < ColumnWriter.Kind.mixed }),
            kinds.contains(where: { $0 != kinds.first })
        else { throw .notCanonical("a value") }
        func those(_ kind: UInt8) -> [Int] {
            zip(kinds, places).compactMap { $0 == kind ? $1 : nil }
        }
        try integers(those(ColumnWriter.Kind.integer))
        try stretches(those(ColumnWriter.Kind.text), areTexts: true)
        try stretches(those(ColumnWriter.Kind.blob), areTexts: false)
    }

    private mutating func integers(_ places: [Int]) throws(FormatFailure) {
        if places.isEmpty { return }
        let layout = try reader.byte()
        guard layout <= ColumnWriter.Layout.differences else { throw .notCanonical("a column") }
        var sizes = IntegerSizes()
        var last: Int64 = 0
        for place in places {
            let read = Int64(bitPattern: try reader.zigzag())
            let number = layout == ColumnWriter.Layout.differences ? last &+ read : read
            sizes.add(number)
            values[place] = .integer(number)
            last = number
        }
        guard sizes.layout == layout else { throw .notCanonical("a column") }
    }

    private mutating func stretches(_ places: [Int], areTexts: Bool) throws(FormatFailure) {
        if places.isEmpty { return }
        switch try reader.byte() {
        case ColumnWriter.Layout.plain:
            let ranges = try heap(places.count, areTexts)
            guard distinct(ranges, limit: DeltaLimits.dictionary(of: places.count)) == nil else {
                throw .notCanonical("a column")
            }
            for (place, range) in zip(places, ranges) { values[place] = slice(range, areTexts) }
        case ColumnWriter.Layout.dictionary:
            try dictionary(places, areTexts)
        default:
            throw .notCanonical("a column")
        }
    }

    private mutating func dictionary(_ places: [Int], _ areTexts: Bool) throws(FormatFailure) {
        let limit = DeltaLimits.dictionary(of: places.count)
        let count = try reader.count("a dictionary", limit: limit)
        let ranges = try heap(count, areTexts)
        guard distinct(ranges, limit: limit) == count else { throw .notCanonical("a dictionary") }
        let slices = ranges.map { slice($0, areTexts) }
        let indices = try reader.raw(places.count)
        var used = 0
        for (place, index) in zip(places, indices) {
            guard index <= used, index < count else { throw .notCanonical("a dictionary") }
            if index == used { used += 1 }
            values[place] = slices[Int(index)]
        }
        guard used == count else { throw .notCanonical("a dictionary") }
    }

    private func slice(_ range: Range<Int>, _ isText: Bool) -> ValueSlice {
        // A section is far below 4 GiB.
        let place = ByteRange(
            start: UInt32(truncatingIfNeeded: range.lowerBound),
            count: UInt32(truncatingIfNeeded: range.count)
        )
        return isText ? .text(place) : .blob(place)
    }

    /// How many of the stretches are different; nil where more than `limit` are.
    private func distinct(_ ranges: [Range<Int>], limit: Int) -> Int? {
        var distinct = DistinctBytes(limit: limit)
        for range in ranges where distinct.place(range, in: bytes.span) == nil { return nil }
        return distinct.stretches.count
    }

    /// Lengths, then the texts or blobs one after the other; where each stands in the block.
    private mutating func heap(
        _ count: Int,
        _ areTexts: Bool
    ) throws(FormatFailure) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(count)
        var end = 0
        for _ in 0..<count {
            let length = try reader.count("a text")
            ranges.append(end..<end + length)
            end += length
        }
        let start = try reader.raw(end).startIndex
        for index in ranges.indices {
            ranges[index] = ranges[index].lowerBound + start..<ranges[index].upperBound + start
        }
        if areTexts { try checkTexts(ranges, start..<start + end) }
        return ranges
    }

    /// Validates the texts as one, then that none begins inside a character.
    private func checkTexts(
        _ ranges: [Range<Int>],
        _ heap: Range<Int>
    ) throws(FormatFailure) {
        guard (try? UTF8Span(validating: bytes.span.extracting(heap))) != nil else {
            throw .badText
        }
        for range in ranges where range.lowerBound < heap.upperBound {
            guard bytes[range.lowerBound] & 0xC0 != 0x80 else { throw .badText }
        }
    }
}
