extension ReleasePolicy {
    private static let members: Set<String> = [
        "schema", "threshold", "fewest_landlords", "largest_share", "kept_releases", "days",
        "catalogue", "token_landlords", "period", "key_maker",
    ]

    /// The one form of this policy in bytes, which the hub signs for the region.
    package var canonicalBytes: [UInt8] { JSONWriter.bytes(of: json) }

    var json: JSONValue {
        var members: [String: JSONValue] = [
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
        ]
        if let period {
            members["period"] = .string(period.name)
            members["key_maker"] = .string(period.keyMaker)
        }
        return .object(members)
    }

    /// Reads a policy strictly; what is wrong is refused by name.
    package init(bytes: [UInt8]) throws(PolicyFailure) {
        try self.init(typed: bytes)
        guard canonicalBytes == bytes else { throw .notCanonical }
    }

    /// Reads a policy that somebody typed: spaces and the order of members are free, no more.
    package init(typed bytes: [UInt8]) throws(PolicyFailure) {
        guard bytes.count <= Self.largestSize else { throw .tooLarge(bytes: bytes.count) }
        let value: JSONValue
        do { value = try JSONReader.value(of: bytes) } catch { throw .notJSON(error) }
        guard case .object(let members) = value else { throw .notCanonical }
        let schema = try Self.integer(members, "schema")
        guard schema == Self.schema else { throw .unknownSchema(schema) }
        guard members.keys.allSatisfy(Self.members.contains) else { throw .unknownMember }
        try self.init(
            threshold: try Self.integer(members, "threshold"),
            fewestLandlords: try Self.integer(members, "fewest_landlords"),
            largestShare: try Self.integer(members, "largest_share"),
            keptReleases: try Self.integer(members, "kept_releases"),
            days: try Self.days(members),
            catalogue: try Self.integer(members, "catalogue"),
            tokenLandlords: try Self.landlords(members),
            period: try Self.period(members)
        )
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
        guard days.keys.allSatisfy({ code in Axis.allCases.contains { $0.code == code } }) else {
            throw .unknownMember
        }
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
        var landlords: Set<String> = []
        for item in items {
            guard case .string(let code) = item else { throw .badLandlord }
            landlords.insert(code)
        }
        return landlords
    }

    /// Both members or neither.
    private static func period(
        _ members: [String: JSONValue]
    ) throws(PolicyFailure) -> Period? {
        if members["period"] == nil, members["key_maker"] == nil { return nil }
        guard case .string(let name) = members["period"] else { throw .missing("period") }
        guard case .string(let maker) = members["key_maker"] else { throw .missing("key_maker") }
        return Period(name: name, keyMaker: maker)
    }
}
