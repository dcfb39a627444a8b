import Causality

/// One replica's knowledge of one row, kept by the code under test.
struct ReplicaModel: Equatable {
    var clock = RowClock()
    var context = VersionVector()

    static let set: UInt8 = 3
    static let counter: UInt8 = 4

    static func replica(_ index: Int) -> ReplicaID { ReplicaID(high: 7, low: UInt64(index)) }

    static func join(_ left: ReplicaModel, _ right: ReplicaModel) -> ReplicaModel {
        ReplicaModel(
            clock: .join(left.clock, seen: left.context, right.clock, seen: right.context),
            context: left.context.union(right.context)
        )
    }

    /// Does to the clock what the operation says; its seen set is what this replica holds.
    func applying(_ operation: HistorySpecification.Operation) -> ReplicaModel {
        var next = self
        let own = Self.replica(operation.replica)
        let dot = Dot(own, operation.counter)
        let time = HybridTime(rawValue: operation.reading)
        var fields = FieldMask()
        var added: [Element] = []
        var removed: [Element] = []
        next.context.include(dot)
        switch operation.intent {
        case .write(let cells, let cleared):
            fields = Self.fields(cells)
            added = Self.members(cells)
            removed = Self.members(cleared)
        case .count(let step): added = [share(of: own, movedBy: step)]
        case .delete:
            next.clock.bury(dot: dot, time: time)
            return next
        case .elsewhere: return next
        }
        // A store notes the fields of a write first and its elements one after the other.
        guard operation.counter % 2 == 0 else {
            next.clock.stamp(fields, adding: added, removing: removed, dot: dot, time: time)
            return next
        }
        next.clock.stamp(fields, dot: dot, time: time)
        for element in removed {
            next.clock.stamp([], adding: [], removing: [element], dot: dot, time: time)
        }
        for element in added {
            next.clock.stamp([], adding: [element], removing: [], dot: dot, time: time)
        }
        return next
    }

    /// The cells that each live write is a version of.
    var alive: [Dot: UInt16] {
        Dictionary(uniqueKeysWithValues: clock.entries.map { ($0.dot, Self.cells(of: $0)) })
    }

    /// The sum of the counter: of each replica's share the greatest version counts.
    var total: Int64 {
        var shares: [[UInt8]: Element] = [:]
        for element in clock.elements(of: Self.counter) {
            shares[element.key] = shares[element.key]?.merged(with: element) ?? element
        }
        return shares.values.reduce(0) { $0 + Int64($1.increments) - Int64($1.decrements) }
    }

    static func fields(_ cells: UInt16) -> FieldMask {
        FieldMask(rawValue: UInt64(cells & 0b110))
    }

    static func members(_ cells: UInt16) -> [Element] {
        [3, 4].filter { cells & (1 << $0) != 0 }.map { Element(tag: set, key: [UInt8($0)]) }
    }

    static func cells(of entry: ClockEntry) -> UInt16 {
        var cells = UInt16(entry.fields.rawValue & 0b111)
        if entry.fields.contains(.deletion) { cells |= HistorySpecification.deletion }
        for element in entry.elements {
            // A member's key is the number of its cell, a share's the identifier of its owner.
            cells |=
                1 << (element.tag == set ? UInt16(element.key[0]) : 6 + UInt16(element.key[15]))
        }
        return cells
    }

    private func share(of own: ReplicaID, movedBy step: Int64) -> Element {
        let held = clock.elements(of: Self.counter).filter { $0.key == own.bytes }
            .reduce(Element(tag: Self.counter, key: own.bytes)) { $0.merged(with: $1) }
        return Element(
            tag: Self.counter,
            key: own.bytes,
            increments: held.increments + (step > 0 ? step.magnitude : 0),
            decrements: held.decrements + (step < 0 ? step.magnitude : 0)
        )
    }
}
