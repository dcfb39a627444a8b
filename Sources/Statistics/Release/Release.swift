/// One night's publication: the headline of that night, and every table as it stands.
package struct Release: Sendable {
    package let record: ReleaseRecord
    package let catalogue: Catalogue
    /// The exact sums of the region.
    package let headline: Counts
    /// Volumes by territory, where enough landlords stand behind them.
    package let volumes: [Volume: Placement<Contributions>]
    /// Each table at each depth; the ones that stood are of earlier releases.
    let views: [TableID: [Int: Publication]]

    package var number: Int { record.number }

    package var cutoff: UTCDay { record.cutoff }

    /// Everything that is published of it, by code.
    package var tables: [PublishedTable] {
        views.keys.sorted().flatMap { table in
            (views[table] ?? [:]).sorted { $0.key < $1.key }.map { depth, publication in
                PublishedTable(publication, depth: depth, catalogue)
            }
        }
    }

    /// Every publication that can be seen in it, each as deep as it can be seen.
    var visible: [Publication] {
        views.values.flatMap { depths in
            Dictionary(grouping: depths, by: \.value.release).values.compactMap { same in
                same.max { $0.key < $1.key }.map { $0.value.published(to: $0.key) }
            }
        }
    }
}
