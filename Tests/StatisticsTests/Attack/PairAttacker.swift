import Statistics

/// Looks at every two tables of one axis that can be seen, and subtracts what is in both.
///
/// It knows the catalogue and what was published, and nothing of how the ledger decides.
struct PairAttacker {
    struct Leak: Hashable, CustomStringConvertible {
        let tables: [String]
        let node: String
        let persons: Int
        let reader: String

        var description: String {
            "\(tables.joined(separator: " – ")) at '\(node)': \(persons), read by \(reader)"
        }
    }

    let threshold: Int
    private(set) var pairs = 0
    private(set) var least: Int?
    private(set) var leaks: Set<Leak> = []

    init(threshold: Int) { self.threshold = threshold }

    mutating func attack(_ first: SeenTable, _ second: SeenTable) {
        guard first.table.axis == second.table.axis, first.release != second.release else { return }
        pairs += 1
        attack(first, second, by: "anybody", first.nodes, second.nodes)
        for (landlord, mine) in first.own {
            guard let theirs = second.own[landlord] else { continue }
            attack(
                first,
                second,
                by: landlord,
                Self.without(mine, first.nodes),
                Self.without(theirs, second.nodes)
            )
        }
    }

    private mutating func attack(
        _ first: SeenTable,
        _ second: SeenTable,
        by reader: String,
        _ before: [NodePath: [Int]],
        _ after: [NodePath: [Int]]
    ) {
        let depth = min(first.depth, second.depth)
        let common = before.keys.filter { after[$0] != nil && $0.depth <= depth }
        var changes: [NodePath: [Int]] = [:]
        for node in common {
            let left = Self.groups(before[node] ?? [], first.table, beside: second.table)
            let right = Self.groups(after[node] ?? [], second.table, beside: first.table)
            changes[node] = zip(right, left).map(-)
        }
        for (node, change) in changes {
            judge(change, node.text, first, second, reader)
            let below = changes.filter { $0.key.parent == node }
            guard !below.isEmpty else { continue }
            if reader == "anybody" {
                // Two nodes side by side, as if persons only moved between them.
                let sums = below.values.map { $0.reduce(0, +) }
                for (index, sum) in sums.enumerated() {
                    judge(sums[..<index].map { $0 + sum }, node.text + "/two", first, second, nil)
                }
            }
            let rest = below.values.reduce(change) { zip($0, $1).map(-) }
            judge(rest, node.text + "/rest", first, second, reader)
        }
    }

    /// Every union of groups, for an outsider; each group and the whole, for a landlord; each change as
    /// it stands where no reader is named.
    private mutating func judge(
        _ change: [Int],
        _ node: String,
        _ first: SeenTable,
        _ second: SeenTable,
        _ reader: String?
    ) {
        let unions =
            reader == "anybody"
            ? (1..<(1 << change.count)).map { union in
                change.indices.reduce(0) { $0 + (union >> $1 & 1 == 1 ? change[$1] : 0) }
            } : reader == nil ? change : change + [change.reduce(0, +)]
        for persons in unions where persons != 0 {
            least = min(least ?? .max, abs(persons))
            guard abs(persons) < threshold else { continue }
            leaks.insert(
                Leak(
                    tables: [first, second].map { "\($0.table.code).\($0.depth) of \($0.release)" },
                    node: node,
                    persons: persons,
                    reader: reader ?? "anybody"
                )
            )
        }
    }

    private static func without(
        _ own: [NodePath: [Int]],
        _ all: [NodePath: [Int]]
    ) -> [NodePath: [Int]] {
        all.reduce(into: [:]) { rest, node in
            rest[node.key] = own[node.key].map { zip(node.value, $0).map(-) } ?? node.value
        }
    }

    /// Counts in the groups that both tables have: the coarser step's, or persons.
    private static func groups(_ counts: [Int], _ own: TableID, beside other: TableID) -> [Int] {
        guard own.variable == other.variable else { return [counts.reduce(0, +)] }
        guard own.step > other.step, let variable = Catalogue.current.variable(of: own) else {
            return counts
        }
        let fine = variable.steps[own.step - 1]
        let coarse = variable.steps[other.step - 1]
        var sums = Array(repeating: 0, count: coarse.groups.count)
        for (index, group) in fine.groups.enumerated() {
            let category =
                variable.categories.indices.first { fine.group(ofCategory: $0) == group } ?? 0
            let place = coarse.groups.firstIndex(of: coarse.group(ofCategory: category)) ?? 0
            sums[place] += counts[index]
        }
        return sums
    }
}
