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
        var levels: [[NodePath]] = Array(repeating: [], count: common + 1)
        for path in after.keys where path.depth <= common && before[path] != nil {
            levels[path.depth].append(path)
        }
        for (depth, paths) in levels.enumerated() {
            let above = depth > 0 ? levels[depth - 1] : []
            let isStill =
                paths.allSatisfy { isQuiet(before[$0], after[$0]) }
                && above.allSatisfy { isQuietBelow($0, (old, before), (new, after)) }
            guard isStill else { return depth - 1 }
        }
        return new.depth
    }

    private func isQuiet(_ before: Contributions?, _ after: Contributions?) -> Bool {
        guard let before, let after else { return true }
        return Change(before, after, threshold).isQuiet
    }
}
