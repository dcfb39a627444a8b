/// How something that two publications show has changed from one to the other.
struct Change {
    private let before: Contributions
    private let after: Contributions
    private let threshold: Int

    init(_ before: Contributions, _ after: Contributions, _ threshold: Int) {
        self.before = before
        self.after = after
        self.threshold = threshold
    }

    private static func difference(_ after: [Int]?, _ before: [Int]?, _ width: Int) -> [Int] {
        let zeros = Array(repeating: 0, count: width)
        var difference = after ?? zeros
        difference.add(before ?? zeros, sign: -1)
        return difference
    }

    /// By how many persons it grew.
    var persons: Int { after.size - before.size }

    /// Whether nobody is given away by the change, to an outsider or to a landlord.
    var isQuiet: Bool {
        let width = after.total.count
        let whole = Self.difference(after.total, before.total, width)
        guard isQuietInEveryUnion(whole) else { return false }
        guard before.parts != after.parts else { return true }
        return Set(before.parts.keys).union(after.parts.keys).allSatisfy { landlord in
            var others = whole
            let own = Self.difference(after.parts[landlord], before.parts[landlord], width)
            others.add(own, sign: -1)
            return (others + [others.reduce(0, +)]).allSatisfy(isQuiet)
        }
    }

    private func isQuiet(_ change: Int) -> Bool { change == 0 || abs(change) >= threshold }

    private func isQuietInEveryUnion(_ changes: [Int]) -> Bool {
        guard changes.contains(where: { $0 != 0 }) else { return true }
        return (1..<(1 << changes.count)).allSatisfy { union in
            var sum = 0
            for (index, change) in changes.enumerated() where union >> index & 1 == 1 {
                sum += change
            }
            return isQuiet(sum)
        }
    }
}
