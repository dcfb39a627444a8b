import Statistics

/// A table as an attacker has it: what was published, and what a landlord among the readers knows.
struct SeenTable {
    let table: TableID
    let release: Int
    let depth: Int
    /// By node, what is published at it and below it.
    let nodes: [NodePath: [Int]]
    /// By landlord, its own part of each of these nodes.
    let own: [String: [NodePath: [Int]]]

    /// Reads what is published; the statements are those that were in the release.
    init(_ published: PublishedTable, _ statements: [DetailedStatement]) {
        self.init(
            published.table,
            published.release,
            published.depth,
            published.placement.blocks.mapValues(\.counts),
            statements
        )
    }

    init(
        _ table: TableID,
        _ release: Int,
        _ depth: Int,
        _ blocks: [NodePath: [Int]],
        _ statements: [DetailedStatement]
    ) {
        self.table = table
        self.release = release
        self.depth = depth
        nodes = Self.sums(blocks)
        var own: [String: [NodePath: [Int]]] = [:]
        for statement in statements {
            var mine: [NodePath: [Int]] = [:]
            for (path, tally) in statement.tables[table]?.blocks ?? [:] {
                let place = path.upwards.first { blocks[$0] != nil } ?? .root
                mine[place] = Self.sum(mine[place], tally.counts)
            }
            own[statement.headline.landlord.code] = Self.sums(mine)
        }
        self.own = own
    }

    /// The blocks of a table cut at a depth.
    static func cut(_ blocks: [NodePath: [Int]], at depth: Int) -> [NodePath: [Int]] {
        var cut: [NodePath: [Int]] = [:]
        for (path, counts) in blocks {
            let place = path.cut(at: depth)
            cut[place] = sum(cut[place], counts)
        }
        return cut
    }

    private static func sums(_ blocks: [NodePath: [Int]]) -> [NodePath: [Int]] {
        var nodes: [NodePath: [Int]] = [:]
        for (path, counts) in blocks {
            for node in path.upwards { nodes[node] = sum(nodes[node], counts) }
        }
        return nodes
    }

    private static func sum(_ left: [Int]?, _ right: [Int]) -> [Int] {
        left.map { zip($0, right).map(+) } ?? right
    }
}
