import Statistics

extension HubStore {
    /// So many manifests go with a release where nobody asks for more.
    package static let usualManifests = 31

    /// The last release of a programme as a file to check, with the manifests from a number on, or the
    /// last ones; nil where there is no release yet.
    package func releaseFile(_ programme: String, from first: Int? = nil) throws -> ReleaseFile? {
        let signed = try signedManifests(of: programme).map {
            ReleaseFile.SignedManifest($0.manifest, signature: $0.signature)
        }
        guard let last = signed.last, let page = try published(programme) else { return nil }
        let begin = first ?? last.manifest.number - Self.usualManifests + 1
        return try ReleaseFile(
            programme: programme,
            policy: try releasePolicy(of: programme),
            page: page,
            manifests: signed.filter { $0.manifest.number >= begin || $0 == last }
        )
    }
}
