import Causality

/// The columns of a block that tell of its writes, gathered write by write.
struct EntryColumns: Sendable {
    private var shapes: [FieldMask] = []
    private var shapeOfMask: [FieldMask: Int] = [:]
    private var shapeOfEntry: [Int] = []
    private var places: [Int] = []
    private var counters: [UInt64] = []
    private var times: [UInt64] = []
    private var elementCounts: [Int] = []
    private var elements: [Element] = []
    private var buriedCounts: [Int] = []
    private var buried: [(place: Int, counter: UInt64)] = []

    var hasElements: Bool { !elements.isEmpty }

    mutating func append(
        _ entry: ClockEntry,
        _ place: Int,
        _ table: ReplicaTable
    ) throws(FormatFailure) {
        guard !entry.isSpent else { throw .notCanonical("a row clock") }
        shapeOfEntry.append(shape(entry.fields))
        places.append(place)
        counters.append(entry.dot.counter)
        times.append(entry.time.rawValue)
        try ElementRules.check(entry.elements)
        elementCounts.append(entry.elements.count)
        elements += entry.elements
        guard entry.fields.contains(.deletion) else { return }
        let dots = Set(entry.buried).sorted()
        guard dots.count <= DeltaLimits.entries else {
            let (count, limit) = (UInt64(dots.count), UInt64(DeltaLimits.entries))
            throw .limit(what: "buried writes", value: count, limit: limit)
        }
        buriedCounts.append(dots.count)
        for dot in dots {
            guard let place = table.place(of: dot) else {
                throw .notCanonical("a dot past the target")
            }
            buried.append((place, dot.counter))
        }
    }

    private mutating func shape(_ mask: FieldMask) -> Int {
        if let last = shapeOfEntry.last, shapes[last] == mask { return last }
        if let shape = shapeOfMask[mask] { return shape }
        shapeOfMask[mask] = shapes.count
        shapes.append(mask)
        return shapes.count - 1
    }

    func write(into writer: inout ByteWriter) {
        writer.count(shapes.count)
        for shape in shapes { writer.varint(shape.rawValue) }
        if shapes.count > 1 { for shape in shapeOfEntry { writer.count(shape) } }
        for place in places { writer.count(place) }
        writeDifferences(counters, into: &writer)
        writeDifferences(times, into: &writer)
        if hasElements { writeElements(into: &writer) }
        for count in buriedCounts { writer.count(count) }
        for dot in buried { writer.count(dot.place) }
        for dot in buried { writer.varint(dot.counter) }
    }

    /// Writes numbers as their differences from the last one of the same replica.
    private func writeDifferences(_ numbers: [UInt64], into writer: inout ByteWriter) {
        var last = [UInt64](repeating: 0, count: (places.max() ?? 0) + 1)
        for (number, place) in zip(numbers, places) {
            writer.zigzag(number &- last[place])
            last[place] = number
        }
    }

    private func writeElements(into writer: inout ByteWriter) {
        for count in elementCounts { writer.count(count) }
        for element in elements { writer.byte(element.tag) }
        for element in elements { writer.count(element.key.count) }
        for element in elements { writer.varint(element.increments) }
        for element in elements { writer.varint(element.decrements) }
        for element in elements { writer.raw(element.key) }
    }
}
