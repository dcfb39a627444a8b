/// Says how deep a new table may be shown beside one that is already out.
///
/// Whatever both show, at a node or in what is left of it, has changed by nobody or by enough persons:
/// in every union of groups, for every landlord that takes its own away, and in every union of nodes
/// side by side. Where the two do not show the same nodes, enough persons changed, not nobody.
struct ChangeRule {
    /// The fewest persons by which anything may be seen to change.
    let threshold: Int
    let catalogue: Catalogue

    /// The greatest depth at which the new one may be published; -1 where it may not be at all.
    func deepest(_ new: Publication, beside old: Publication) -> Int {
        let before = comparable(old, with: new)
        let after = comparable(new, with: old)
        let common = min(old.depth, new.depth)
        var levels: [[NodePath: Change]] = Array(repeating: [:], count: common + 1)
        for (path, now) in after where path.depth <= common {
            guard let was = before[path] else { continue }
            levels[path.depth][path] = Change(from: was, to: now)
        }
        for (depth, changes) in levels.enumerated() {
            let above = depth > 0 ? levels[depth - 1] : [:]
            let isStill =
                changes.values.allSatisfy { $0.isQuiet(threshold) }
                && above.allSatisfy { path, change in
                    isQuietBelow(path, change, changes, old, new)
                }
            guard isStill else { return depth - 1 }
        }
        return new.depth
    }

    /// Whether what lies right below a node is quiet: its nodes together, and what is left beside them.
    private func isQuietBelow(
        _ path: NodePath,
        _ whole: Change,
        _ changes: [NodePath: Change],
        _ old: Publication,
        _ new: Publication
    ) -> Bool {
        let before = old.children[path] ?? []
        let after = new.children[path] ?? []
        var rest = whole
        var persons: [Int] = []
        for child in after {
            guard let change = changes[child] else { continue }
            rest -= change
            persons.append(change.persons)
        }
        guard rest.isQuiet(threshold) else { return false }
        let areSame = persons.count == after.count && persons.count == before.count
        guard areSame || abs(rest.persons) >= threshold else { return false }
        return Unions(persons + [rest.persons]).areQuiet(threshold)
    }

    /// A publication's nodes in groups that the other one has too: the coarser step of one variable,
    /// else persons alone.
    private func comparable(
        _ own: Publication,
        with other: Publication
    ) -> [NodePath: Contributions] {
        guard own.table.variable == other.table.variable else { return own.persons }
        guard own.table.step > other.table.step, let variable = catalogue.variable(of: own.table)
        else { return own.nodes }
        let groups = variable.coarsening(from: own.table.step, to: other.table.step)
        return own.nodes.mapValues { $0.regrouped(groups) }
    }
}
