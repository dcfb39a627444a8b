extension ChangeRule {
    /// A publication's nodes in groups that the other one has too: the coarser step of one variable,
    /// else persons alone.
    func comparable(_ own: Publication, with other: Publication) -> [NodePath: Contributions] {
        guard own.table.variable != other.table.variable else {
            guard own.table.step > other.table.step,
                let variable = catalogue.variable(of: own.table)
            else { return own.nodes }
            let groups = variable.coarsening(from: own.table.step, to: other.table.step)
            return own.nodes.mapValues { $0.regrouped(groups) }
        }
        return own.persons
    }

    typealias Side = (publication: Publication, nodes: [NodePath: Contributions])

    /// Whether what lies right below a node is quiet: its nodes together, and what is left beside them.
    func isQuietBelow(_ path: NodePath, _ old: Side, _ new: Side) -> Bool {
        guard var restBefore = old.nodes[path], var restAfter = new.nodes[path] else { return true }
        let childrenBefore = Set(old.publication.children[path] ?? [])
        let childrenAfter = Set(new.publication.children[path] ?? [])
        var changes: [Int] = []
        for child in childrenBefore.intersection(childrenAfter) {
            guard let before = old.nodes[child], let after = new.nodes[child] else { continue }
            changes.append(Change(before, after, threshold).persons)
            restBefore = restBefore.subtracting(before)
            restAfter = restAfter.subtracting(after)
        }
        let rest = Change(restBefore, restAfter, threshold)
        guard rest.isQuiet else { return false }
        if childrenBefore != childrenAfter, abs(rest.persons) < threshold { return false }
        return Unions(changes + [rest.persons]).areQuiet(threshold)
    }
}
