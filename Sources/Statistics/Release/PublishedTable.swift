/// A table as everybody may see it: blocks with their counts, the release it came out in, its day.
package struct PublishedTable: Sendable, Equatable {
    package let table: TableID
    package let depth: Int
    package let release: Int
    package let cutoff: UTCDay
    package let groups: [String]
    package let placement: Placement<Tally>

    init(_ publication: Publication, depth: Int, _ catalogue: Catalogue) {
        table = publication.table
        self.depth = depth
        release = publication.release
        cutoff = publication.cutoff
        groups = catalogue.groups(of: publication.table)
        placement = publication.placement.cut(at: depth).mapContents { Tally($0.total) }
    }

    init(
        table: TableID,
        depth: Int,
        release: Int,
        cutoff: UTCDay,
        groups: [String],
        placement: Placement<Tally>
    ) {
        self.table = table
        self.depth = depth
        self.release = release
        self.cutoff = cutoff
        self.groups = groups
        self.placement = placement
    }

    /// « territory-outcome-1.2 »: the table, and how deep it goes.
    package var code: String { "\(table.code).\(depth)" }

    /// The one form of this table in bytes; its hash is in the manifest.
    package var canonicalBytes: [UInt8] {
        JSONWriter.bytes(of: json)
    }
}
