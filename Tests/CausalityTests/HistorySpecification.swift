/// What a row must hold, computed from the plain set of operations that somebody has seen.
///
/// It shares no code with the join: sets of operations and of cells are bit masks, and a version is
/// alive when no operation of the set has replaced it. What an operation replaces follows from what
/// its author had seen.
struct HistorySpecification {
    /// What somebody did to the row.
    enum Intent: Hashable {
        case write(cells: UInt16, removing: UInt16 = 0)
        case count(by: Int64)
        case delete
        /// A write of another row: here it only takes a dot.
        case elsewhere
    }

    struct Operation {
        var replica: Int
        var counter: UInt64
        /// What the author's clock read.
        let reading: UInt64
        /// The time that the write bears.
        var time: UInt64
        var seen: UInt32
        var intent: Intent
        var writes: UInt16 = 0
        /// The cells that the author meant to touch.
        var named: UInt16 = 0
        /// For each earlier operation, the cells whose version this one replaces.
        var replaced: [UInt16]
        /// The operations whose content a deletion saw.
        var buried: UInt32 = 0
    }

    // Cells: the row, two fields, two members of a set, the mark of deletion, a share per replica.
    static let row: UInt16 = 1 << 0
    static let fields: [UInt16] = [1 << 1, 1 << 2]
    static let members: [UInt16] = [1 << 3, 1 << 4]
    static let deletion: UInt16 = 1 << 5
    static let shares: [UInt16] = [1 << 6, 1 << 7, 1 << 8]
    static let counter: UInt16 = 0b1_1100_0000
    static let content: UInt16 = 0b1_1101_1110

    private(set) var operations: [Operation] = []

    /// Adds an operation whose author had seen `seen`; its effect follows from what is alive there.
    mutating func append(_ intent: Intent, replica: Int, time: UInt64, seen: UInt32) {
        var operation = Operation(
            replica: replica,
            counter: UInt64(operations.count { $0.replica == replica } + 1),
            reading: time,
            time: time,
            seen: seen,
            intent: intent,
            replaced: Array(repeating: 0, count: operations.count)
        )
        // Who sees no row has nothing to delete: a plain write stands in.
        if intent == .delete, !isVisible(seen, editWins: true) {
            operation.intent = .write(cells: Self.fields[0])
        }
        settle(&operation, alive: alive(in: seen))
        operations.append(operation)
    }

    mutating func removeLast() { operations.removeLast() }

    /// For each operation, the cells of which it is a live version for somebody who saw `set`.
    func alive(in set: UInt32) -> [UInt16] {
        var alive = operations.indices.map { holds(set, $0) ? operations[$0].writes : 0 }
        for later in operations.indices where holds(set, later) {
            for (earlier, cells) in operations[later].replaced.enumerated() {
                alive[earlier] &= ~cells
            }
        }
        return alive
    }

    func isVisible(_ set: UInt32, editWins: Bool) -> Bool {
        let alive = alive(in: set)
        let deletions = alive.indices.filter { alive[$0] & Self.deletion != 0 }
        if deletions.isEmpty { return true }
        if !editWins { return false }
        return alive.indices.contains { content in
            alive[content] & Self.content != 0
                && deletions.allSatisfy { !holds(operations[$0].buried, content) }
        }
    }

    /// The version of a cell that is shown: later time, then greater replica, then later write.
    func winner(_ cell: UInt16, among alive: [UInt16]) -> Int? {
        alive.indices.filter { alive[$0] & cell != 0 }.max {
            let (left, right) = (operations[$0], operations[$1])
            return (left.time, left.replica, left.counter)
                < (right.time, right.replica, right.counter)
        }
    }

    /// Whether two operations of the set, neither of which saw the other, touch the same content.
    func hasRace(_ set: UInt32) -> Bool {
        let touched = operations.map { operation in
            let named = operation.named & Self.deletion == 0 ? operation.named : Self.content
            // The shares of a counter are cells of their own and one thing to people.
            return named & Self.counter == 0 ? named : named | Self.counter
        }
        return operations.indices.contains { later in
            holds(set, later)
                && (0..<later).contains { earlier in
                    holds(set, earlier) && !holds(operations[later].seen, earlier)
                        && touched[later] & touched[earlier] != 0
                }
        }
    }

    /// The sum of a counter: every step that was seen counts once, whatever else happened.
    func total(_ set: UInt32) -> Int64 {
        operations.indices.filter { holds(set, $0) }.reduce(0) { sum, index in
            if case .count(let step) = operations[index].intent { return sum + step }
            return sum
        }
    }

    /// Whether one of the operations is a write of this row.
    func touchesRow(_ set: UInt32) -> Bool {
        operations.indices.contains { holds(set, $0) && operations[$0].writes != 0 }
    }

    private func settle(_ operation: inout Operation, alive: [UInt16]) {
        let named: UInt16
        var removed: UInt16 = 0
        switch operation.intent {
        case .write(let cells, let cleared): (named, removed) = (cells | cleared, cleared)
        case .count: named = Self.shares[operation.replica]
        case .delete: named = Self.deletion
        case .elsewhere: return
        }
        operation.named = named
        operation.writes = Self.row | named & ~removed
        for index in alive.indices where holds(operation.seen, index) {
            operation.replaced[index] = Self.row | named
        }
        if operation.intent == .delete {
            operation.buried = alive.indices.reduce(0) {
                $0 | (alive[$1] & Self.content != 0 ? 1 << $1 : 0)
            }
        } else if alive.contains(where: { $0 & Self.deletion != 0 }) {
            bringBack(&operation, alive)
        }
    }

    /// A row that carries a mark comes back whole: all that it shows is written anew.
    ///
    /// What is set aside in fields that the write does not name stays so, and goes on losing.
    private func bringBack(_ operation: inout Operation, _ alive: [UInt16]) {
        let held = alive.reduce(0, |) & Self.content & ~operation.named
        operation.writes |= held
        for index in alive.indices where holds(operation.seen, index) {
            operation.replaced[index] |= held | Self.deletion
        }
        for field in Self.fields where field & operation.named == 0 {
            let versions = alive.indices.filter { alive[$0] & field != 0 }
            guard versions.count > 1, let shown = winner(field, among: alive) else { continue }
            operation.time = max(operation.time, operations[shown].time + 1)
            for index in versions where index != shown { operation.replaced[index] &= ~field }
        }
    }

    private func holds(_ set: UInt32, _ index: Int) -> Bool { set & (1 << index) != 0 }
}
