/// What the landlords' statements say together, rolled up once more so that it may be published.
///
/// A person whom their landlord could not show at a place counts in « reste de » a node above it: a
/// node's figure is of the persons known to be there, and the tables' totals are exact.
package struct RegionTables: Sendable {
    package let tables: [TableID: Placement<Contributions>]
    package let volumes: [Volume: Placement<Contributions>]

    package init(
        _ statements: [DetailedStatement],
        _ catalogue: Catalogue = .current,
        under policy: ReleasePolicy
    ) {
        var tables: [TableID: Placement<Contributions>] = [:]
        for table in catalogue.tables {
            let base = catalogue.base(of: table).flatMap { tables[$0] }
            let merged = Self.merged(statements, { $0.tables[table] }, within: base)
            tables[table] = RollUp.run(merged, isSafe: policy.allows)
        }
        // Without a block that may be seen there is no table, only the headline.
        self.tables = tables.filter { $1.blocks.values.allSatisfy(policy.allows) }
            .filter { !$1.blocks.isEmpty }
        volumes = Self.volumes(statements, catalogue, under: policy)
    }

    /// The landlords' blocks side by side, none of them deeper than the coarser table has them.
    private static func merged(
        _ statements: [DetailedStatement],
        _ placement: (DetailedStatement) -> Placement<Tally>?,
        within base: Placement<Contributions>?
    ) -> Placement<Contributions> {
        var merged = Placement<Contributions>()
        // Where every landlord shows all of a node, the node is shown and is no block itself.
        let shown = base.map { Set($0.nodes.keys) }
        for statement in statements {
            for (path, tally) in placement(statement)?.blocks ?? [:] {
                let place = path.upwards.first { shown?.contains($0) ?? true } ?? path
                let landlord = statement.headline.landlord.code
                merged.place(Contributions(landlord, tally.counts), at: place)
            }
        }
        return merged
    }

    private static func volumes(
        _ statements: [DetailedStatement],
        _ catalogue: Catalogue,
        under policy: ReleasePolicy
    ) -> [Volume: Placement<Contributions>] {
        var volumes: [Volume: Placement<Contributions>] = [:]
        for volume in catalogue.volumes {
            let merged = merged(statements, { $0.volumes[volume] }, within: nil)
            let safe = RollUp.run(merged, isSafe: policy.allowsVolume)
            if !safe.blocks.isEmpty, safe.blocks.values.allSatisfy(policy.allowsVolume) {
                volumes[volume] = safe
            }
        }
        return volumes
    }
}
