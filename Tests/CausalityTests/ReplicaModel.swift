import Causality

/// One replica's knowledge of one row, kept by the code under test.
struct ReplicaModel: Equatable {
    var clock = RowClock()
    var context = VersionVector()

    static let set: UInt8 = 3

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
        let dot = Dot(Self.replica(operation.replica), operation.counter)
        let time = HybridTime(rawValue: operation.reading)
        switch operation.intent {
        case .write(let cells):
            next.clock.stamp(
                Self.fields(cells),
                adding: Self.elements(cells),
                removing: [],
                dot: dot,
                time: time
            )
        case .remove(let cell):
            next.clock.stamp([], adding: [], removing: Self.elements(cell), dot: dot, time: time)
        case .delete:
            next.clock.bury(dot: dot, time: time)
        }
        next.context.include(dot)
        return next
    }

    static func fields(_ cells: UInt8) -> FieldMask {
        FieldMask(rawValue: UInt64(cells & 0b110))
    }

    static func elements(_ cells: UInt8) -> [Element] {
        [3, 4].filter { cells & (1 << $0) != 0 }.map { Element(tag: set, key: [UInt8($0)]) }
    }

    /// The dots that are live versions of a cell of the specification.
    func alive(_ cell: UInt8) -> Set<Dot> {
        Set(
            clock.entries.filter { entry in
                switch cell {
                case HistorySpecification.row: entry.fields.contains(.row)
                case HistorySpecification.deletion: entry.fields.contains(.deletion)
                case 1 << 1, 1 << 2: entry.fields.contains(Self.fields(cell))
                default:
                    entry.elements.contains { element in
                        Self.elements(cell).contains { $0.isSameCell(as: element) }
                    }
                }
            }.map(\.dot)
        )
    }
}
