/// How something that two publications show has changed from one to the other.
struct Change {
    /// By how many persons each group grew.
    private var total: [Int]
    /// The same for each landlord.
    private var parts: [String: [Int]]

    init(from before: Contributions, to after: Contributions) {
        total = after.total
        total.add(before.total, sign: -1)
        parts = after.parts
        for (landlord, counts) in before.parts {
            parts[landlord, default: counts.map { _ in 0 }].add(counts, sign: -1)
        }
    }

    /// Takes away the change of a part.
    static func -= (left: inout Change, right: Change) {
        left.total.add(right.total, sign: -1)
        for (landlord, counts) in right.parts {
            left.parts[landlord, default: counts.map { _ in 0 }].add(counts, sign: -1)
        }
    }

    /// By how many persons it grew.
    var persons: Int { total.reduce(0, +) }

    /// Whether nobody is given away by the change: to an outsider in any union of groups, to a
    /// landlord that takes its own away in any group or in all of them.
    func isQuiet(_ threshold: Int) -> Bool {
        isQuietInEveryUnion(threshold)
            && parts.values.allSatisfy { own in
                var others = 0
                for (group, change) in own.enumerated() {
                    guard (total[group] - change).isQuiet(threshold) else { return false }
                    others += total[group] - change
                }
                return others.isQuiet(threshold)
            }
    }

    private func isQuietInEveryUnion(_ threshold: Int) -> Bool {
        (1..<(1 << total.count)).allSatisfy { union in
            var sum = 0
            for group in total.indices where union >> group & 1 == 1 { sum += total[group] }
            return sum.isQuiet(threshold)
        }
    }
}

extension Int {
    /// Whether a change is of nobody or of enough persons.
    func isQuiet(_ threshold: Int) -> Bool { self == 0 || abs(self) >= threshold }
}
