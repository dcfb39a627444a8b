/// What a landlord finds when it looks for its own statement in a release.
package struct ManifestCheck: Sendable, Equatable {
    /// One thing that is not as it should be, or that the landlord should know.
    package enum Finding: Sendable, Hashable {
        case leftOut
        case otherVersion(Int)
        case otherContent
        /// The headline is not the one that the manifest names, or less than the landlord's own.
        case headline
        /// The volumes are not the ones that the manifest names.
        case volumes
        /// A published table is not the one that the manifest names, or is missing.
        case tableAltered(String)
        /// A node of the table counts fewer persons than the landlord alone.
        case lessThanOwn(String)
        /// The landlord is nearly all of a node: its own figures can be read off it.
        case dominant(String)
        case chainBroken
    }

    package let findings: Set<Finding>

    /// Whether the release holds the statement as it was sent.
    package var isIn: Bool {
        findings.allSatisfy { if case .dominant = $0 { true } else { false } }
    }

    /// Looks for a landlord's statement in a release, as the release is published.
    package init(
        _ own: DetailedStatement,
        in manifest: ReleaseManifest,
        showing page: PublishedRelease,
        after previous: ReleaseManifest? = nil,
        policy: ReleasePolicy
    ) {
        var findings = Self.source(own, manifest)
        if let previous, !manifest.follows(previous) { findings.insert(.chainBroken) }
        let isWhole = Indicator.allCases.allSatisfy {
            page.headline[$0] >= own.headline.counts[$0]
        }
        if ContentDigest(of: page.headlineBytes) != manifest.headline || !isWhole {
            findings.insert(.headline)
        }
        if ContentDigest(of: page.volumeBytes) != manifest.volumes { findings.insert(.volumes) }
        findings.formUnion(Self.tables(own, manifest, page, policy))
        self.findings = findings
    }

    private static func tables(
        _ own: DetailedStatement,
        _ manifest: ReleaseManifest,
        _ page: PublishedRelease,
        _ policy: ReleasePolicy
    ) -> Set<Finding> {
        var findings: Set<Finding> = []
        let published = Dictionary(page.tables.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        for code in Set(manifest.tables.keys).union(published.keys) {
            guard let table = published[code],
                ContentDigest(of: table.canonicalBytes) == manifest.tables[code]
            else {
                findings.insert(.tableAltered(code))
                continue
            }
            // A table that stood was made of an earlier statement.
            guard table.release == manifest.number else { continue }
            findings.formUnion(compare(own, table, policy))
        }
        return findings
    }

    private static func source(
        _ own: DetailedStatement,
        _ manifest: ReleaseManifest
    ) -> Set<Finding> {
        let code = own.headline.landlord.code
        guard let source = manifest.sources.first(where: { $0.landlord == code }) else {
            return [.leftOut]
        }
        guard source.version == own.headline.version else { return [.otherVersion(source.version)] }
        return source.digest == ContentDigest(of: own.canonicalBytes) ? [] : [.otherContent]
    }

    private static func compare(
        _ own: DetailedStatement,
        _ table: PublishedTable,
        _ policy: ReleasePolicy
    ) -> Set<Finding> {
        var mine = Placement<Tally>()
        for (path, tally) in own.tables[table.table]?.blocks ?? [:] {
            guard let place = table.placement.block(holding: path) else {
                return [.lessThanOwn(table.code)]
            }
            mine.place(tally, at: place)
        }
        var findings: Set<Finding> = []
        for (path, tally) in mine.blocks {
            guard let all = table.placement.blocks[path] else { continue }
            if zip(tally.counts, all.counts).contains(where: { $0 > $1 }) {
                findings.insert(.lessThanOwn(table.code))
            }
            if tally.size * 100 > all.size * policy.largestShare {
                findings.insert(.dominant(table.code))
            }
        }
        return findings
    }
}
