extension ReleasePolicy {
    /// The one form of this policy in bytes, which whoever answers for the region signs.
    package var canonicalBytes: [UInt8] { JSONWriter.bytes(of: json) }

    var json: JSONValue {
        .object([
            "schema": .integer(Self.schema),
            "threshold": .integer(threshold),
            "fewest_landlords": .integer(fewestLandlords),
            "largest_share": .integer(largestShare),
            "kept_releases": .integer(keptReleases),
            "days": .object(
                Dictionary(uniqueKeysWithValues: days.map { ($0.code, .integer($1)) })
            ),
            "catalogue": .integer(catalogue),
            "token_landlords": .array(
                tokenLandlords.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                    .map(JSONValue.string)
            ),
        ])
    }

    /// Reads a policy strictly; what is wrong is refused by name.
    package init(bytes: [UInt8]) throws(PolicyFailure) {
        guard bytes.count <= Self.largestSize else { throw .tooLarge(bytes: bytes.count) }
        let value: JSONValue
        do { value = try JSONReader.value(of: bytes) } catch { throw .notJSON(error) }
        guard case .object(let members) = value else { throw .notCanonical }
        let schema = try Self.integer(members, "schema")
        guard schema == Self.schema else { throw .unknownSchema(schema) }
        try self.init(
            threshold: try Self.integer(members, "threshold"),
            fewestLandlords: try Self.integer(members, "fewest_landlords"),
            largestShare: try Self.integer(members, "largest_share"),
            keptReleases: try Self.integer(members, "kept_releases"),
            days: try Self.days(members),
            catalogue: try Self.integer(members, "catalogue"),
            tokenLandlords: try Self.landlords(members)
        )
        guard canonicalBytes == bytes else { throw .notCanonical }
    }

    private static func integer(
        _ members: [String: JSONValue],
        _ field: String
    ) throws(PolicyFailure) -> Int {
        guard case .integer(let value) = members[field] else { throw .missing(field) }
        return value
    }

    private static func days(
        _ members: [String: JSONValue]
    ) throws(PolicyFailure) -> [Axis: Int] {
        guard case .object(let days) = members["days"] else { throw .missing("days") }
        var intervals: [Axis: Int] = [:]
        for axis in Axis.allCases { intervals[axis] = try integer(days, axis.code) }
        return intervals
    }

    private static func landlords(
        _ members: [String: JSONValue]
    ) throws(PolicyFailure) -> Set<String> {
        guard case .array(let items) = members["token_landlords"] else {
            throw .missing("token_landlords")
        }
        return Set(
            items.compactMap { item in
                if case .string(let code) = item { code } else { nil }
            }
        )
    }
}
