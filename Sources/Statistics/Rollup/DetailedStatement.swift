/// A landlord's statement with its tables: the headline counts, and blocks in which nobody stands out.
///
/// One document, one version, one hash. It replaces the one before it whole.
package struct DetailedStatement: Sendable, Equatable {
    package static let schema = 2

    /// The largest one, in bytes.
    package static let largestSize = 8 << 20

    /// The exact counts, as in a statement without tables.
    package let headline: Statement
    package let catalogue: Catalogue
    /// The fewest persons that a block holds, unless it is the landlord's whole.
    package let threshold: Int
    /// Every table of the catalogue, each with every one of the landlord's persons in it.
    package let tables: [TableID: Placement<Tally>]
    /// Volumes by territory, in which nobody is counted.
    package let volumes: [Volume: Placement<Tally>]

    package init(
        headline: Statement,
        counts: FineCounts,
        volumes: [Volume: [NodePath: Int]] = [:],
        threshold: Int = Threshold.usual
    ) throws(DetailedStatementFailure) {
        try self.init(
            headline: headline,
            catalogue: counts.catalogue,
            threshold: threshold,
            tables: counts.tables(threshold: threshold),
            volumes: volumes.mapValues { Placement($0.mapValues { Tally([$0]) }) }
        )
    }

    init(
        headline: Statement,
        catalogue: Catalogue,
        threshold: Int,
        tables: [TableID: Placement<Tally>],
        volumes: [Volume: Placement<Tally>]
    ) throws(DetailedStatementFailure) {
        guard Threshold.range.contains(threshold) else { throw .threshold(threshold) }
        self.headline = headline
        self.catalogue = catalogue
        self.threshold = threshold
        self.tables = tables
        self.volumes = volumes
        try check()
    }

    package static func == (left: DetailedStatement, right: DetailedStatement) -> Bool {
        left.headline == right.headline && left.catalogue.version == right.catalogue.version
            && left.threshold == right.threshold && left.tables == right.tables
            && left.volumes == right.volumes
    }

    /// How many persons the tables hold.
    package var persons: Int { tables[.persons(.territory)]?.total?.size ?? 0 }
}
