/// What landlords together count in a block, and what each of them does.
///
/// It stays at the hub: only the totals are published.
package struct Contributions: Mass {
    package private(set) var total: [Int]
    /// Each landlord that counts in this block, by code.
    package private(set) var parts: [String: [Int]]

    init(_ landlord: String, _ counts: [Int]) {
        total = counts
        parts = [landlord: counts]
    }

    package static func += (left: inout Contributions, right: Contributions) {
        left.total.add(right.total, sign: 1)
        left.parts.merge(right.parts) { mine, theirs in
            var sum = mine
            sum.add(theirs, sign: 1)
            return sum
        }
    }

    package var size: Int { total.reduce(0, +) }

    /// The same with groups joined: each group's new place.
    func regrouped(_ groups: [Int]) -> Contributions {
        var other = self
        other.total = total.regrouped(groups)
        other.parts = parts.mapValues { $0.regrouped(groups) }
        return other
    }

    /// How many landlords count somebody here.
    var landlords: Int { parts.values.count { $0.contains { $0 != 0 } } }

    /// The most that any one landlord counts here.
    var largestPart: Int { parts.values.map { $0.reduce(0, +) }.max() ?? 0 }
}

extension [Int] {
    mutating func add(_ other: [Int], sign: Int) {
        for index in indices { self[index] += sign * other[index] }
    }

    fileprivate func regrouped(_ groups: [Int]) -> [Int] {
        var sums = [Int](repeating: 0, count: (groups.max() ?? -1) + 1)
        for (group, count) in zip(groups, self) { sums[group] += count }
        return sums
    }
}
