/// A table as blocks that hold everybody once: each person counts at the deepest place that shows them.
///
/// A block at a node that has blocks below it is « reste de »: those of the node whom no deeper block
/// holds. Every other figure of a table is a sum of its blocks.
package struct Placement<Content: Mass>: Sendable, Equatable {
    package private(set) var blocks: [NodePath: Content] = [:]

    package init() {}

    init(_ blocks: [NodePath: Content]) { self.blocks = blocks }

    mutating func place(_ content: Content, at path: NodePath) {
        if blocks[path]?.place(content) == nil { blocks[path] = content }
    }

    /// The block that holds whoever is at a place, nil where none does.
    func block(holding path: NodePath) -> NodePath? {
        path.upwards.first { blocks[$0] != nil }
    }

    /// The sum of all blocks, nil where there is none.
    package var total: Content? { Self.sum(blocks.values) }

    /// What is known to be at each node: the sum of the blocks there and below.
    package var nodes: [NodePath: Content] {
        var nodes = Placement()
        for (path, content) in blocks {
            for node in path.upwards { nodes.place(content, at: node) }
        }
        return nodes.blocks
    }

    /// The same table with nothing deeper than that.
    func cut(at depth: Int) -> Placement {
        var cut = Placement()
        for (path, content) in blocks { cut.place(content, at: path.cut(at: depth)) }
        return cut
    }

    /// Other contents at the same places.
    func mapContents<Other: Mass>(_ change: (Content) -> Other) -> Placement<Other> {
        Placement<Other>(blocks.mapValues(change))
    }

    private static func sum(_ contents: some Collection<Content>) -> Content? {
        guard var sum = contents.first else { return nil }
        for content in contents.dropFirst() { sum += content }
        return sum
    }
}

extension Mass {
    fileprivate mutating func place(_ content: Self) { self += content }
}
