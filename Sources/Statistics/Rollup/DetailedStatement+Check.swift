extension DetailedStatement {
    /// What must hold before any figure of the statement is used.
    func check() throws(DetailedStatementFailure) {
        let persons = persons
        for table in catalogue.tables {
            guard let placement = tables[table], let total = placement.total else {
                throw .missingTable(table.code)
            }
            try check(placement, of: table)
            guard total.size == persons else { throw .tablesDisagree(table.code) }
            if let base = catalogue.base(of: table) { try check(placement, table, against: base) }
        }
        guard tables.count == catalogue.tables.count else { throw .catalogue(.unknownTable) }
        try checkHeadline()
        for (volume, placement) in volumes {
            for (path, tally) in placement.blocks {
                try check(tally, width: 1, at: path, Axis.territory.levels.count, volume.code)
            }
        }
    }

    /// Whoever the headline counts stands in the tables too.
    private func checkHeadline() throws(DetailedStatementFailure) {
        for indicator in [Indicator.identified, .contacted, .registered, .participants]
        where headline.counts[indicator] > persons {
            throw .headlineDisagrees(indicator)
        }
    }

    private func check(
        _ placement: Placement<Tally>,
        of table: TableID
    ) throws(DetailedStatementFailure) {
        let width = catalogue.groups(of: table).count
        for (path, tally) in placement.blocks {
            try check(tally, width: width, at: path, table.axis.levels.count, table.code)
            // The landlord's whole is sent as it is: the hub needs it to be exact.
            guard tally.holds(threshold) || placement.blocks.count == 1 && path == .root else {
                throw .smallBlock(table.code)
            }
        }
    }

    private func check(
        _ tally: Tally,
        width: Int,
        at path: NodePath,
        _ depth: Int,
        _ code: String
    ) throws(DetailedStatementFailure) {
        guard path.depth <= depth else { throw .tooDeep(code) }
        guard tally.counts.count == width,
            tally.counts.allSatisfy({ (0...Statement.largestCount).contains($0) })
        else { throw .badCounts(code) }
    }

    /// A finer table has no node that the coarser one lacks, and counts as many in each.
    private func check(
        _ placement: Placement<Tally>,
        _ table: TableID,
        against base: TableID
    ) throws(DetailedStatementFailure) {
        guard let coarser = tables[base] else { throw .missingTable(base.code) }
        let nodes = coarser.nodes
        for (path, tally) in placement.nodes {
            guard let known = nodes[path],
                regrouped(tally, from: table, to: base).counts == known.counts
            else { throw .tablesDisagree(table.code) }
        }
    }

    private func regrouped(_ tally: Tally, from table: TableID, to base: TableID) -> Tally {
        guard base.step > 0, let variable = catalogue.variable(of: table) else {
            return Tally([tally.size])
        }
        var sums = Array(repeating: 0, count: variable.steps[base.step - 1].groups.count)
        let groups = variable.coarsening(from: table.step, to: base.step)
        for (group, count) in zip(groups, tally.counts) { sums[group] += count }
        return Tally(sums)
    }

    /// Refuses months that had not begun on the day of the cutoff.
    package func checkMonths() throws(DetailedStatementFailure) {
        let last = Nomenclature.month(of: headline.cutoff)
        for (table, placement) in tables where table.axis == .month {
            for path in placement.blocks.keys where last.cut(at: path.depth) < path {
                throw .monthAfterCutoff(table.code)
            }
        }
    }

    /// Refuses places that the region's lists do not have.
    package func check(_ nomenclature: Nomenclature) throws(DetailedStatementFailure) {
        let placed =
            tables.map { ($0.key.axis, $0.value) } + volumes.values.map { (.territory, $0) }
        for (axis, placement) in placed {
            for path in placement.blocks.keys where !nomenclature.admits(path, on: axis) {
                throw .catalogue(.unknownNode(axis))
            }
        }
    }
}
