import Causality

/// Reads the columns of a block that tell of its writes.
struct EntryReader {
    private let table: ReplicaTable
    private let firstEntries: [Int]
    private let count: Int
    private(set) var entries: [DeltaBlock.Entry] = []
    private(set) var elements: [[Element]] = []
    private(set) var buried: [[Dot]] = []

    init(_ table: ReplicaTable, _ firstEntries: [Int]) {
        self.table = table
        self.firstEntries = firstEntries
        count = firstEntries[firstEntries.count - 1]
    }

    mutating func read(
        _ reader: inout ByteReader,
        hasElements: Bool
    ) throws(FormatFailure) {
        let masks = try masks(&reader)
        let places = try places(&reader)
        let counters = try numbers(places, &reader)
        let times = try numbers(places, &reader)
        entries.reserveCapacity(count)
        for index in 0..<count {
            let (place, counter) = (places[index], counters[index])
            guard counter > 0 else { throw .notCanonical("a dot") }
            guard counter <= table.targets[place] else {
                throw .notCanonical("a dot past the target")
            }
            entries.append(
                DeltaBlock.Entry(
                    place: place,
                    counter: counter,
                    time: HybridTime(rawValue: times[index]),
                    fields: masks[index]
                )
            )
        }
        if hasElements { try readElements(&reader) }
        if masks.contains(where: { $0.contains(.deletion) }) { try readBuried(&reader) }
        try checkRows()
    }

    /// The cells of each write, looked up among the different ones.
    private func masks(_ reader: inout ByteReader) throws(FormatFailure) -> [FieldMask] {
        var shapes: [FieldMask] = []
        for _ in 0..<(try reader.count("shapes", limit: count)) {
            shapes.append(FieldMask(rawValue: try reader.varint()))
        }
        guard Set(shapes).count == shapes.count, let first = shapes.first else {
            throw .notCanonical("the shapes")
        }
        if shapes.count == 1 { return [FieldMask](repeating: first, count: count) }
        var masks: [FieldMask] = []
        masks.reserveCapacity(count)
        var used = 0
        for _ in 0..<count {
            let shape = try reader.varint()
            guard shape <= UInt64(used), shape < UInt64(shapes.count) else {
                throw .notCanonical("the shapes")
            }
            if shape == UInt64(used) { used += 1 }
            masks.append(shapes[Int(shape)])
        }
        guard used == shapes.count else { throw .notCanonical("the shapes") }
        return masks
    }

    private func places(_ reader: inout ByteReader) throws(FormatFailure) -> [Int] {
        var places: [Int] = []
        places.reserveCapacity(min(count, DeltaLimits.blockRows))
        for _ in 0..<count {
            let place = try reader.varint()
            guard place < UInt64(table.replicas.count) else { throw .notCanonical("a dot") }
            places.append(Int(place))
        }
        return places
    }

    /// Numbers written as their differences from the last one of the same replica.
    private func numbers(
        _ places: [Int],
        _ reader: inout ByteReader
    ) throws(FormatFailure) -> [UInt64] {
        var last = [UInt64](repeating: 0, count: table.replicas.count)
        var numbers: [UInt64] = []
        numbers.reserveCapacity(count)
        for place in places {
            let number = last[place] &+ (try reader.zigzag())
            last[place] = number
            numbers.append(number)
        }
        return numbers
    }

    private mutating func readElements(_ reader: inout ByteReader) throws(FormatFailure) {
        var counts: [Int] = []
        for _ in 0..<count { counts.append(try reader.count("elements")) }
        let total = counts.reduce(0, +)
        guard total > 0 else { throw .notCanonical("the elements of a row") }
        let tags = try reader.raw(total)
        var lengths: [Int] = []
        for _ in 0..<total {
            let length = try reader.varint()
            try ElementRules.check(keyCount: length)
            lengths.append(Int(length))
        }
        var sums: [UInt64] = []
        for _ in 0..<2 * total { sums.append(try reader.varint()) }
        var next = 0
        for count in counts {
            var elements: [Element] = []
            for index in next..<next + count {
                elements.append(
                    Element(
                        tag: tags[tags.startIndex + index],
                        key: Array(try reader.raw(lengths[index])),
                        increments: sums[index],
                        decrements: sums[total + index]
                    )
                )
            }
            try ElementRules.check(elements)
            self.elements.append(elements)
            next += count
        }
    }

    private mutating func readBuried(_ reader: inout ByteReader) throws(FormatFailure) {
        var counts: [Int] = []
        for entry in entries {
            let isDeletion = entry.fields.contains(.deletion)
            counts.append(
                isDeletion ? try reader.count("buried writes", limit: DeltaLimits.entries) : 0
            )
        }
        var places: [UInt64] = []
        for _ in 0..<counts.reduce(0, +) { places.append(try reader.varint()) }
        var next = 0
        for count in counts {
            var dots: [Dot] = []
            for place in places[next..<next + count] {
                let dot = try table.dot(place, try reader.varint())
                guard dots.last.map({ $0 < dot }) ?? true else {
                    throw .notCanonical("the buried writes")
                }
                dots.append(dot)
            }
            buried.append(dots)
            next += count
        }
    }

    /// Checks that the writes of each row ascend and that each still has a cell.
    private func checkRows() throws(FormatFailure) {
        for (index, entry) in entries.enumerated() where entry.fields.isEmpty {
            guard !elements.isEmpty, !elements[index].isEmpty else {
                throw .notCanonical("a row clock")
            }
        }
        guard count > firstEntries.count - 1 else { return }
        for row in 0..<firstEntries.count - 1 {
            for index in firstEntries[row] + 1..<max(firstEntries[row + 1], firstEntries[row] + 1) {
                let (left, right) = (entries[index - 1], entries[index])
                guard (left.place, left.counter) < (right.place, right.counter) else {
                    throw .notCanonical("a row clock")
                }
            }
        }
    }
}
