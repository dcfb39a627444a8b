extension ReleaseManifest {
    /// The one form of this manifest in bytes.
    package var canonicalBytes: [UInt8] { JSONWriter.bytes(of: json) }

    var json: JSONValue {
        var members: [String: JSONValue] = [
            "schema": .integer(Self.schema),
            "number": .integer(number),
            "cutoff_day": .integer(cutoff.number),
            "catalogue": .integer(catalogue),
            "algorithm": .integer(algorithm),
            "policy": .string(policy.text),
            "sources": .array(
                sources.map { source in
                    .object([
                        "landlord": .string(source.landlord),
                        "version": .integer(source.version),
                        "sha256": .string(source.digest.text),
                    ])
                }
            ),
            "headline": .string(headline.text),
            "volumes": .string(volumes.text),
            "tables": .object(tables.mapValues { .string($0.text) }),
        ]
        if let previous { members["previous"] = .string(previous.text) }
        return .object(members)
    }

    /// Reads a manifest strictly; what is wrong is refused by name.
    package init(bytes: [UInt8]) throws(ManifestFailure) {
        guard bytes.count <= Self.largestSize else { throw .tooLarge(bytes: bytes.count) }
        let value: JSONValue
        do { value = try JSONReader.value(of: bytes) } catch { throw .notJSON(error) }
        guard case .object(let members) = value else { throw .notCanonical }
        guard case .integer(let schema) = members["schema"] else { throw .notCanonical }
        guard schema == Self.schema else { throw .unknownSchema(schema) }
        guard let manifest = Self.read(members), manifest.canonicalBytes == bytes else {
            throw .notCanonical
        }
        self = manifest
    }

    private static func read(_ members: [String: JSONValue]) -> ReleaseManifest? {
        guard case .integer(let number) = members["number"],
            case .integer(let day) = members["cutoff_day"], let cutoff = UTCDay(number: day),
            case .integer(let catalogue) = members["catalogue"],
            case .integer(let algorithm) = members["algorithm"],
            let policy = digest(members["policy"]), let headline = digest(members["headline"]),
            let volumes = digest(members["volumes"]),
            case .array(let items) = members["sources"],
            case .object(let tables) = members["tables"]
        else { return nil }
        return ReleaseManifest(
            number: number,
            cutoff: cutoff,
            previous: digest(members["previous"]),
            catalogue: catalogue,
            algorithm: algorithm,
            policy: policy,
            sources: items.compactMap(source),
            headline: headline,
            volumes: volumes,
            tables: tables.compactMapValues(digest)
        )
    }

    private static func source(_ value: JSONValue) -> Source? {
        guard case .object(let members) = value,
            case .string(let landlord) = members["landlord"],
            case .integer(let version) = members["version"],
            let digest = digest(members["sha256"])
        else { return nil }
        return Source(landlord: landlord, version: version, digest: digest)
    }

    private static func digest(_ value: JSONValue?) -> ContentDigest? {
        if case .string(let text) = value { ContentDigest(text: text) } else { nil }
    }
}
