import GRDB
import Statistics

extension HubStore {
    /// So many manifests go with a release where nobody asks for more.
    package static let usualManifests = 31

    /// The last release of a programme as a file to check, with the manifests from a number on, or the
    /// last ones; nil where there is no release yet.
    package func releaseFile(_ programme: String, from first: Int? = nil) throws -> ReleaseFile? {
        // One reading: a night that releases meanwhile gives no page beside another's manifests.
        try queue.read { database in
            let signed = try Self.signedManifests(of: programme, database).map {
                ReleaseFile.SignedManifest($0.manifest, signature: $0.signature)
            }
            guard let last = signed.last, let page = try Self.published(programme, database)
            else { return nil }
            let begin = first ?? last.manifest.number - Self.usualManifests + 1
            return try ReleaseFile(
                programme: programme,
                policy: try Self.releasePolicy(of: programme, database),
                page: page,
                manifests: signed.filter { $0.manifest.number >= begin || $0 == last }
            )
        }
    }
}
