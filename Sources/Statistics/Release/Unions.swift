/// The changes of nodes side by side, joined in every way.
struct Unions {
    /// How many different sums are looked at before the answer is no.
    private static let mostSums = 100_000

    private let changes: [Int]

    init(_ changes: [Int]) { self.changes = changes.filter { $0 != 0 } }

    /// Whether no union changes by some persons and fewer than the threshold, each part being quiet.
    func areQuiet(_ threshold: Int) -> Bool {
        // All one way, a union changes by as many as its parts together.
        guard changes.contains(where: { $0 < 0 }), changes.contains(where: { $0 > 0 }) else {
            return true
        }
        var sums: Set<Int> = [0]
        for change in changes {
            sums.formUnion(sums.map { $0 + change })
            guard sums.count <= Self.mostSums else { return false }
        }
        return sums.allSatisfy { $0.isQuiet(threshold) }
    }
}
