/// A release as everybody may see it: exact sums, tables, volumes.
package struct PublishedRelease: Sendable, Equatable {
    package var headline: Counts
    package var tables: [PublishedTable]
    package var volumes: [Volume: Placement<Tally>]

    package init(_ release: Release) {
        headline = release.headline
        tables = release.tables
        volumes = release.volumes.mapValues { volume in volume.mapContents { Tally($0.total) } }
    }

    init(headline: Counts, tables: [PublishedTable], volumes: [Volume: Placement<Tally>]) {
        self.headline = headline
        self.tables = tables
        self.volumes = volumes
    }

    /// A table as deep as it is shown; nil where it is not out.
    package func deepest(_ table: TableID) -> PublishedTable? {
        tables.filter { $0.table == table }.max { $0.depth < $1.depth }
    }

    /// The one form of the headline in bytes.
    package var headlineBytes: [UInt8] { JSONWriter.bytes(of: headline.json) }

    /// The one form of the volumes in bytes.
    package var volumeBytes: [UInt8] {
        JSONWriter.bytes(of: volumeJSON)
    }
}
