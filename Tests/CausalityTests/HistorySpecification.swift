import Causality

/// What a row must hold, computed from the plain set of operations that somebody has seen.
///
/// It shares no code with the join: sets of operations are bit masks, and a version is alive when no
/// operation of the set has both seen and touched it.
struct HistorySpecification {
    /// What somebody did to the row.
    enum Intent {
        case write(cells: UInt8)
        case remove(cell: UInt8)
        case delete
    }

    struct Operation {
        var replica: Int
        var counter: UInt64
        /// What the author's clock read.
        var reading: UInt64
        /// The time that the write bears.
        var time: UInt64
        var seen: UInt32
        var intent: Intent
        var writes: UInt8 = 0
        var clears: UInt8 = 0
        var buried: UInt32 = 0
        /// By cell, the versions that were alive when the row came back and that stayed set aside.
        var spared: [UInt8: UInt32] = [:]
    }

    // Cells: the row, two fields, two members of a set, the mark of deletion.
    static let row: UInt8 = 1 << 0
    static let fields: [UInt8] = [1 << 1, 1 << 2]
    static let members: [UInt8] = [1 << 3, 1 << 4]
    static let deletion: UInt8 = 1 << 5
    static let content: UInt8 = 0b1_1110
    static let cells: [UInt8] = (0..<6).map { 1 << $0 }

    private(set) var operations: [Operation] = []

    /// Adds an operation whose author had seen `seen`; its effect follows from what is alive there.
    mutating func append(_ intent: Intent, replica: Int, time: UInt64, seen: UInt32) {
        let counter = operations.filter { $0.replica == replica }.count + 1
        var operation = Operation(
            replica: replica,
            counter: UInt64(counter),
            reading: time,
            time: time,
            seen: seen,
            intent: intent
        )
        if case .delete = intent, !isVisible(seen, editWins: true) {
            operation.intent = .write(cells: Self.fields[0])
        }
        let isMarked = !alive(Self.deletion, in: seen).isEmpty
        switch operation.intent {
        case .write(let cells):
            operation.writes = cells | Self.row
        case .remove(let cell):
            operation.writes = Self.row
            operation.clears = cell
        case .delete:
            operation.writes = Self.row | Self.deletion
            operation.buried = mask(contentOperations(in: seen))
        }
        if case .delete = operation.intent {
            operations.append(operation)
            return
        }
        if isMarked {
            let held = Self.cells.filter { $0 & Self.content != 0 && !alive($0, in: seen).isEmpty }
            operation.writes |= held.reduce(0, |) & ~operation.clears
            operation.clears |= Self.deletion
            spare(&operation)
        }
        operations.append(operation)
    }

    /// A row that comes back from a deletion keeps what was set aside in the fields not written, and
    /// what was shown there goes on being shown.
    private func spare(_ operation: inout Operation) {
        guard case .write(let cells) = operation.intent else {
            return spare(Self.fields, &operation)
        }
        spare(Self.fields.filter { $0 & cells == 0 }, &operation)
    }

    private func spare(_ fields: [UInt8], _ operation: inout Operation) {
        for field in fields {
            let versions = alive(field, in: operation.seen)
            guard versions.count > 1, let shown = winner(field, in: operation.seen) else {
                continue
            }
            operation.spared[field] = mask(versions.filter { $0 != shown })
            operation.time = max(operation.time, operations[shown].time + 1)
        }
    }

    /// The operations of `set` that are live versions of `cell`.
    func alive(_ cell: UInt8, in set: UInt32) -> [Int] {
        operations.indices.filter { index in
            guard set & (1 << index) != 0, operations[index].writes & cell != 0 else {
                return false
            }
            return !operations.indices.contains { later in
                set & (1 << later) != 0 && operations[later].seen & (1 << index) != 0
                    && (operations[later].writes | operations[later].clears) & cell != 0
                    && operations[later].spared[cell, default: 0] & (1 << index) == 0
            }
        }
    }

    func contentOperations(in set: UInt32) -> [Int] {
        operations.indices.filter { index in
            Self.cells.contains { $0 & Self.content != 0 && alive($0, in: set).contains(index) }
        }
    }

    func isVisible(_ set: UInt32, editWins: Bool) -> Bool {
        let deletions = alive(Self.deletion, in: set)
        if deletions.isEmpty { return true }
        if !editWins { return false }
        return contentOperations(in: set).contains { content in
            deletions.allSatisfy { operations[$0].buried & (1 << content) == 0 }
        }
    }

    /// The version of a cell that is shown: later time, then greater replica, then later write.
    func winner(_ cell: UInt8, in set: UInt32) -> Int? {
        alive(cell, in: set).max {
            let (left, right) = (operations[$0], operations[$1])
            return (left.time, left.replica, left.counter)
                < (right.time, right.replica, right.counter)
        }
    }

    private func mask(_ indices: [Int]) -> UInt32 { indices.reduce(0) { $0 | 1 << $1 } }
}
