import Causality

/// The clock of a row with a few plain writes, without elements or deletions, held in place: it
/// stands in the way of every row that is merged.
///
/// What it does is what ``RowClock/join(_:seen:_:seen:)`` does. Replicas are places in the table of
/// a delta, which is in their order.
package struct PlainClock: Equatable {
    /// One live write; its fields as the bits of their mask.
    package struct Write: Equatable {
        package var place = 0
        package var counter: UInt64 = 0
        package var time: UInt64 = 0
        package var fields: UInt64 = 0

        package init(place: Int = 0, counter: UInt64 = 0, time: UInt64 = 0, fields: UInt64 = 0) {
            self.place = place
            self.counter = counter
            self.time = time
            self.fields = fields
        }

        func isSameDot(as other: Write) -> Bool {
            place == other.place && counter == other.counter
        }

        func precedes(_ other: Write) -> Bool {
            place == other.place ? counter < other.counter : place < other.place
        }
    }

    package static let capacity = 8

    private var writes = InlineArray<8, Write>(repeating: Write())
    package private(set) var count = 0

    package init() {}

    package subscript(index: Int) -> Write { writes[index] }

    /// Adds a write behind the others; false where it does not come after them, or is one too many.
    package mutating func append(_ write: Write) -> Bool {
        guard count < Self.capacity, count == 0 || writes[count - 1].precedes(write) else {
            return false
        }
        writes[count] = write
        count += 1
        return true
    }

    /// The fields of one write, none where it is not alive.
    func fields(of dot: Write) -> UInt64 {
        for index in 0..<count where writes[index].isSameDot(as: dot) {
            return writes[index].fields
        }
        return 0
    }

    /// All fields that some write is the version of.
    var fields: FieldMask {
        var fields: UInt64 = 0
        for index in 0..<count { fields |= writes[index].fields }
        return FieldMask(rawValue: fields)
    }

    /// Whether some field has several versions.
    var isContested: Bool {
        var seen: UInt64 = 0
        for index in 0..<count {
            let content = FieldMask(rawValue: writes[index].fields).content.rawValue
            if seen & content != 0 { return true }
            seen |= content
        }
        return false
    }

    /// Of each write the content that another clock does not have.
    func content(beyond other: PlainClock) -> PlainClock {
        var rest = PlainClock()
        for index in 0..<count {
            var write = writes[index]
            let new = write.fields & ~other.fields(of: write)
            write.fields = FieldMask(rawValue: new).content.rawValue
            if write.fields != 0 { _ = rest.append(write) }
        }
        return rest
    }

    package static func == (left: PlainClock, right: PlainClock) -> Bool {
        guard left.count == right.count else { return false }
        for index in 0..<left.count where left.writes[index] != right.writes[index] {
            return false
        }
        return true
    }

    /// What both sides hold of the row once each has seen what the other has; nil where that is not
    /// for this form.
    ///
    /// Either context is all that its side had seen, by place.
    package static func join(
        _ mine: PlainClock,
        seen myContext: [UInt64],
        _ theirs: PlainClock,
        seen theirContext: [UInt64]
    ) -> PlainClock? {
        var joined = PlainClock()
        var (left, right) = (0, 0)
        while left < mine.count || right < theirs.count {
            var write: Write
            if right == theirs.count
                || left < mine.count && mine[left].precedes(theirs[right])
            {
                write = mine[left]
                left += 1
                if theirContext[write.place] >= write.counter { continue }
            } else if left == mine.count || theirs[right].precedes(mine[left]) {
                write = theirs[right]
                right += 1
                if myContext[write.place] >= write.counter { continue }
            } else {
                write = mine[left]
                let other = theirs[right]
                // Two writes under one name: the long way says so.
                guard write.time == other.time else { return nil }
                left += 1
                right += 1
                let isKnownToThem = theirContext[write.place] >= write.counter
                let isKnownToMe = myContext[write.place] >= write.counter
                write.fields =
                    write.fields & other.fields
                    | (isKnownToThem ? 0 : write.fields & ~other.fields)
                    | (isKnownToMe ? 0 : other.fields & ~write.fields)
                if write.fields == 0 { continue }
            }
            guard joined.append(write) else { return nil }
        }
        return joined
    }
}
