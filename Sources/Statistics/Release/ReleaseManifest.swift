/// What a release was made of and what it shows: the page that is signed, and chained to the last.
package struct ReleaseManifest: Sendable, Equatable {
    static let schema = 1
    static let largestSize = 1 << 20

    /// The way of rolling up and of releasing; a change of it changes this number.
    package static let algorithm = 1

    /// A statement that went in.
    package struct Source: Sendable, Equatable {
        package let landlord: String
        package let version: Int
        package let digest: ContentDigest

        package init(landlord: String, version: Int, digest: ContentDigest) {
            self.landlord = landlord
            self.version = version
            self.digest = digest
        }
    }

    package let number: Int
    package let cutoff: UTCDay
    /// The manifest of the release before; nil for the first.
    package let previous: ContentDigest?
    package let catalogue: Int
    package let algorithm: Int
    package let policy: ContentDigest
    /// By landlord.
    package let sources: [Source]
    package let headline: ContentDigest
    package let volumes: ContentDigest
    /// By the table's code.
    package let tables: [String: ContentDigest]

    package init(
        _ release: Release,
        of statements: [DetailedStatement],
        policy: ReleasePolicy,
        previous: ReleaseManifest?
    ) {
        let page = PublishedRelease(release)
        self.init(
            number: release.number,
            cutoff: release.cutoff,
            previous: previous?.digest,
            catalogue: release.catalogue.version,
            algorithm: Self.algorithm,
            policy: ContentDigest(of: policy.canonicalBytes),
            sources: statements.map { statement in
                Source(
                    landlord: statement.headline.landlord.code,
                    version: statement.headline.version,
                    digest: ContentDigest(of: statement.canonicalBytes)
                )
            }.sorted { $0.landlord.utf8.lexicographicallyPrecedes($1.landlord.utf8) },
            headline: ContentDigest(of: page.headlineBytes),
            volumes: ContentDigest(of: page.volumeBytes),
            tables: Dictionary(
                page.tables.map { ($0.code, ContentDigest(of: $0.canonicalBytes)) },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    init(
        number: Int,
        cutoff: UTCDay,
        previous: ContentDigest?,
        catalogue: Int,
        algorithm: Int,
        policy: ContentDigest,
        sources: [Source],
        headline: ContentDigest,
        volumes: ContentDigest,
        tables: [String: ContentDigest]
    ) {
        self.number = number
        self.cutoff = cutoff
        self.previous = previous
        self.catalogue = catalogue
        self.algorithm = algorithm
        self.policy = policy
        self.sources = sources
        self.headline = headline
        self.volumes = volumes
        self.tables = tables
    }

    /// What the next manifest names, and what is signed.
    package var digest: ContentDigest { ContentDigest(of: canonicalBytes) }

    /// Whether this is the manifest right after that one.
    package func follows(_ earlier: ReleaseManifest) -> Bool {
        number == earlier.number + 1 && previous == earlier.digest && earlier.cutoff < cutoff
    }
}
