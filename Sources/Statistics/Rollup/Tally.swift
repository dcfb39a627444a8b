/// One landlord's counts of a block, one for each group of the table.
package struct Tally: Mass, Hashable {
    package var counts: [Int]

    package init(_ counts: [Int]) { self.counts = counts }

    package static func += (left: inout Tally, right: Tally) {
        for index in left.counts.indices { left.counts[index] += right.counts[index] }
    }

    package var size: Int { counts.reduce(0, +) }

    /// Whether every group holds so many: then so does the rest of the block beside any of them,
    /// nobody shares their answer with everybody, and nothing looks like a zero.
    package func holds(_ least: Int) -> Bool { counts.allSatisfy { $0 >= least } }
}
