/// A release in one document, for whoever checks it: what is shown, the policy, and the signed
/// manifests up to it.
package struct ReleaseFile: Sendable, Equatable {
    static let schema = 1
    package static let largestSize = 64 << 20

    /// A manifest with the hub's signature over its bytes.
    package struct SignedManifest: Sendable, Equatable {
        package let manifest: ReleaseManifest
        package let signature: [UInt8]

        package init(_ manifest: ReleaseManifest, signature: [UInt8]) {
            self.manifest = manifest
            self.signature = signature
        }
    }

    package let programme: String
    package let policy: ReleasePolicy
    package let page: PublishedRelease
    /// One after the other; the last is the release's own.
    package let manifests: [SignedManifest]

    /// - Throws: `ManifestFailure.noManifest` without any manifest.
    package init(
        programme: String,
        policy: ReleasePolicy,
        page: PublishedRelease,
        manifests: [SignedManifest]
    ) throws(ManifestFailure) {
        guard !manifests.isEmpty else { throw .noManifest }
        self.programme = programme
        self.policy = policy
        self.page = page
        self.manifests = manifests
    }

    /// The one form of this file in bytes.
    package var canonicalBytes: [UInt8] {
        JSONWriter.bytes(
            of: .object([
                "schema": .integer(Self.schema),
                "programme": .string(programme),
                "policy": policy.json,
                "headline": page.headline.json,
                "volumes": page.volumeJSON,
                "tables": .array(page.tables.map(\.json)),
                "manifests": .array(
                    manifests.map { signed in
                        .object([
                            "manifest": signed.manifest.json,
                            "signature": .string(HexadecimalText.text(of: signed.signature)),
                        ])
                    }
                ),
            ])
        )
    }

    /// Reads a file strictly; what is wrong is refused by name.
    package init(bytes: [UInt8]) throws(ManifestFailure) {
        guard bytes.count <= Self.largestSize else { throw .tooLarge(bytes: bytes.count) }
        let value: JSONValue
        do { value = try JSONReader.value(of: bytes) } catch { throw .notJSON(error) }
        guard case .object(let members) = value else { throw .notCanonical }
        guard case .integer(let schema) = members["schema"] else { throw .notCanonical }
        guard schema == Self.schema else { throw .unknownSchema(schema) }
        guard let file = try? Self.read(members), file.canonicalBytes == bytes else {
            throw .notCanonical
        }
        self = file
    }

    private static func read(_ members: [String: JSONValue]) throws -> ReleaseFile {
        guard case .string(let programme) = members["programme"], let policy = members["policy"],
            case .array(let manifests) = members["manifests"]
        else { throw JSONShapeFailure() }
        return try ReleaseFile(
            programme: programme,
            policy: ReleasePolicy(bytes: JSONWriter.bytes(of: policy)),
            page: PublishedRelease(members),
            manifests: manifests.map(manifest)
        )
    }

    private static func manifest(_ value: JSONValue) throws -> SignedManifest {
        guard case .object(let members) = value, let manifest = members["manifest"],
            case .string(let text) = members["signature"],
            let signature = HexadecimalText.bytes(of: text)
        else { throw JSONShapeFailure() }
        return SignedManifest(
            try ReleaseManifest(bytes: JSONWriter.bytes(of: manifest)),
            signature: signature
        )
    }
}
