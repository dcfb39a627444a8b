import Causality

/// Walks every history of three replicas that make at most two writes each, up to renaming of what
/// cannot be told apart: which of two concurrent operations happened first.
///
/// A world is a history; it is visited after all of its beginnings. Every pair of states of a history
/// whose knowledge together makes up the whole of it is checked there, the other pairs in the smaller
/// history that they do make up: so all pairs are checked, each once.
struct SmallWorlds {
    typealias Intent = HistorySpecification.Intent

    /// How many worlds were visited, by number of operations.
    private(set) var worlds = [0, 0, 0, 0, 0, 0]
    private(set) var joins = 0
    private(set) var failures: [String] = []

    private let intents: [Intent]
    private let most: Int
    private var specification = HistorySpecification()
    private var closed: [UInt32] = [0]
    private var models = [ReplicaModel](repeating: ReplicaModel(), count: 64)

    /// - Parameters:
    ///   - intents: What a write may do.
    ///   - most: How many writes the three make together at most; each makes two at most.
    init(intents: [Intent], most: Int = 6) {
        self.intents = intents
        self.most = most
    }

    /// Visits every world whose first write is of that kind, or all of them.
    mutating func walk(startingWith first: Int? = nil) {
        let isFirst = specification.operations.isEmpty
        guard specification.operations.count < most else { return }
        for replica in 0..<3 where count(of: replica) < 2 {
            let own = mask { $0.replica == replica }
            for seen in closed where seen & own == own && isNormal(replica, seen) {
                for kind in intents.indices where !isFirst || first == nil || kind == first {
                    visit(kind, replica, seen)
                    guard failures.count < 5 else { return }
                }
            }
        }
    }

    private mutating func visit(_ kind: Int, _ replica: Int, _ seen: UInt32) {
        let size = specification.operations.count
        let known = closed.count
        // Clocks that often tie and often run against causality; the join itself reads none.
        let time = UInt64((kind + replica + size) % 2)
        specification.append(intents[kind], replica: replica, time: time, seen: seen)
        let bit = UInt32(1) << size
        let author = models[Int(seen)].applying(specification.operations[size])
        for set in closed where set & seen == seen {
            closed.append(set | bit)
            models[Int(set | bit)] = ReplicaModel.join(models[Int(set)], author)
        }
        worlds[size] += 1
        if author != models[Int(seen | bit)] { fail("the author of \(size)") }
        check(whole: bit << 1 - 1)
        walk()
        closed.removeLast(closed.count - known)
        specification.removeLast()
    }

    /// One order for each history: an operation stands after those concurrent ones that directly
    /// precede it only where its replica is the greater.
    private func isNormal(_ replica: Int, _ seen: UInt32) -> Bool {
        for (index, operation) in specification.operations.enumerated().reversed() {
            if seen & (1 << index) != 0 { return true }
            if operation.replica > replica { return false }
        }
        return true
    }

    private mutating func check(whole: UInt32) {
        let expected = models[Int(whole)]
        let differences = specification.differences(whole, expected)
        if !differences.isEmpty { fail("\(differences)") }
        for left in closed {
            for right in closed where left | right == whole {
                joins += 1
                let (mine, theirs) = (models[Int(left)], models[Int(right)])
                if ReplicaModel.join(mine, theirs) != expected {
                    fail("join of \(left) and \(right)")
                }
                let delta = Delta(of: theirs, since: models[Int(left & right)])
                if !delta.bringsEveryValue(of: expected, to: mine) {
                    fail("a value missing in the delta of \(right) to \(left)")
                }
                if !specification.touchesRow(right & ~left),
                    delta.receivedWithoutRow(by: mine) != expected
                {
                    fail("delta of \(right) to \(left) without the row")
                }
            }
        }
    }

    private mutating func fail(_ what: String) {
        failures.append("\(what) in \(specification.operations)")
    }

    private func count(of replica: Int) -> Int {
        specification.operations.count { $0.replica == replica }
    }

    private func mask(_ holds: (HistorySpecification.Operation) -> Bool) -> UInt32 {
        specification.operations.enumerated().reduce(0) {
            holds($1.element) ? $0 | 1 << $1.offset : $0
        }
    }
}
