extension Statement {
    /// The one form of this statement in bytes: the same statement gives the same bytes.
    ///
    /// Indicators that this version does not know are not written again: keep the received bytes
    /// where they matter.
    package var canonicalBytes: [UInt8] { JSONWriter.bytes(of: json) }

    var json: JSONValue {
        var members: [String: JSONValue] = [
            "schema": .integer(Self.schema),
            "landlord": .object(["code": .string(landlord.code), "name": .string(landlord.name)]),
            "programme": .string(programme),
            "cutoff_day": .integer(cutoff.number),
            "cutoff_date": .string(cutoff.isoText),
            "version": .integer(version),
            "counts": counts.json,
        ]
        if let objectiveShare { members["objective_share"] = .integer(objectiveShare) }
        if let neighbourhoods { members["neighbourhoods"] = neighbourhoods.json }
        if let worksites { members["worksites"] = worksites.json }
        return .object(members)
    }

    /// Reads a statement strictly; what is wrong is refused by name.
    package init(bytes: [UInt8]) throws(StatementFailure) {
        guard bytes.count <= Self.largestSize else { throw .tooLarge(bytes: bytes.count) }
        let value: JSONValue
        do {
            value = try JSONReader.value(of: bytes)
        } catch {
            throw .notJSON(error)
        }
        guard case .object(let members) = value else {
            throw .wrongType(field: "statement", expected: "an object")
        }
        try self.init(fields: StatementFields(members))
    }

    init(fields: StatementFields) throws(StatementFailure) {
        let schema = try fields.integer("schema")
        guard schema == Self.schema else { throw .unknownSchema(schema) }
        try fields.allowOnly([
            "schema", "landlord", "programme", "cutoff_day", "cutoff_date", "version", "counts",
            "objective_share", "neighbourhoods", "worksites",
        ])
        let counts = try fields.counts("counts")
        try self.init(
            landlord: try fields.landlord("landlord"),
            programme: try fields.text("programme"),
            cutoff: try fields.cutoff(),
            version: try fields.integer("version"),
            counts: counts.known,
            objectiveShare: try fields.optionalInteger("objective_share"),
            neighbourhoods: try fields.optionalFields("neighbourhoods")
                .map(NeighbourhoodCounts.init),
            worksites: try fields.optionalFields("worksites").map(WorksiteHours.init),
            unknownIndicators: counts.unknown
        )
    }
}
