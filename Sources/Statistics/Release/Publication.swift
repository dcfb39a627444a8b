/// A table as it was published, with what the hub needs to compare it with later ones.
package struct Publication: Sendable {
    package let table: TableID
    /// The release in which it was published, and up to which day it counts.
    package let release: Int
    package let cutoff: UTCDay
    /// How deep it was published.
    package let depth: Int
    package let placement: Placement<Contributions>

    /// What is known to be at each node, by the table's groups, and persons alone.
    let nodes: [NodePath: Contributions]
    let persons: [NodePath: Contributions]
    /// The nodes right below each node.
    let children: [NodePath: [NodePath]]

    init(
        _ table: TableID,
        release: Int,
        cutoff: UTCDay,
        depth: Int,
        _ placement: Placement<Contributions>
    ) {
        self.table = table
        self.release = release
        self.cutoff = cutoff
        self.depth = depth
        self.placement = placement
        nodes = placement.nodes
        persons =
            table.variable == nil
            ? nodes : nodes.mapValues { $0.regrouped($0.total.map { _ in 0 }) }
        var children: [NodePath: [NodePath]] = [:]
        for node in nodes.keys {
            if let parent = node.parent { children[parent, default: []].append(node) }
        }
        self.children = children
    }

    func published(to depth: Int) -> Publication {
        Publication(table, release: release, cutoff: cutoff, depth: depth, placement)
    }
}
