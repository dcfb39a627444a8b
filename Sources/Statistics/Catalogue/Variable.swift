/// Something that is known of every person, with categories of which each person has exactly one.
///
/// Its steps go from few categories to all of them: a node shows the finest step whose every
/// category holds enough persons.
package struct Variable: Sendable, Hashable {
    /// One step: which of its groups each category falls into.
    package struct Step: Sendable, Hashable {
        package let groups: [String]
        /// The group of each category, in the order of the categories.
        let groupOfCategory: [Int]

        package func group(ofCategory index: Int) -> String { groups[groupOfCategory[index]] }
    }

    package let code: String
    package let categories: [String]
    package let steps: [Step]
    package let axes: [Axis]

    /// A variable whose coarser steps are named by the groups of its categories.
    init(
        _ code: String,
        _ categories: [String],
        coarser: [[(group: String, categories: [String])]] = [],
        on axes: [Axis]
    ) {
        self.code = code
        self.categories = categories
        let finest = Step(groups: categories, groupOfCategory: Array(categories.indices))
        steps =
            coarser.map { groups in
                Step(
                    groups: groups.map(\.group),
                    groupOfCategory: categories.map { category in
                        groups.firstIndex { $0.categories.contains(category) } ?? 0
                    }
                )
            } + [finest]
        self.axes = axes
    }

    /// Counts by category as counts by the groups of a step, the first step being 1.
    func grouped(_ counts: some Collection<Int>, step: Int) -> [Int] {
        let step = steps[step - 1]
        var sums = Array(repeating: 0, count: step.groups.count)
        for (group, count) in zip(step.groupOfCategory, counts) { sums[group] += count }
        return sums
    }

    /// For each group of a step, its group in a coarser one.
    func coarsening(from fine: Int, to coarse: Int) -> [Int] {
        let fine = steps[fine - 1]
        let coarse = steps[coarse - 1]
        return fine.groups.indices.map { group in
            fine.groupOfCategory.firstIndex(of: group).map { coarse.groupOfCategory[$0] } ?? 0
        }
    }
}
