extension PublishedRelease {
    var volumeJSON: JSONValue {
        .object(Dictionary(uniqueKeysWithValues: volumes.map { ($0.code, $1.json) }))
    }

    /// Reads what is shown from the members of a release's file.
    init(_ members: [String: JSONValue]) throws {
        guard case .object(let headline) = members["headline"],
            case .object(let volumes) = members["volumes"],
            case .array(let tables) = members["tables"]
        else { throw JSONShapeFailure() }
        let counts = try headline.map { code, value in
            guard let indicator = Indicator(code: code), case .integer(let count) = value else {
                throw JSONShapeFailure()
            }
            return (indicator, count)
        }
        let placements = try volumes.map { code, value in
            guard let volume = Volume(rawValue: code) else { throw JSONShapeFailure() }
            return (volume, try Placement(value))
        }
        self.init(
            headline: try Counts(Dictionary(counts, uniquingKeysWith: { first, _ in first })),
            tables: try tables.map { try PublishedTable($0, .current) },
            volumes: Dictionary(placements, uniquingKeysWith: { first, _ in first })
        )
    }
}

extension PublishedTable {
    var json: JSONValue {
        .object([
            "table": .string(table.code),
            "depth": .integer(depth),
            "release": .integer(release),
            "cutoff_date": .string(cutoff.isoText),
            "groups": .array(groups.map(JSONValue.string)),
            "blocks": placement.json,
        ])
    }

    /// Reads a table; every block has one count for each of its groups.
    init(_ value: JSONValue, _ catalogue: Catalogue) throws {
        guard case .object(let members) = value, case .string(let code) = members["table"],
            case .integer(let depth) = members["depth"],
            case .integer(let release) = members["release"],
            case .string(let date) = members["cutoff_date"], let cutoff = UTCDay(iso: date),
            let blocks = members["blocks"]
        else { throw JSONShapeFailure() }
        let table = try catalogue.table(code: code)
        let groups = catalogue.groups(of: table)
        let placement = try Placement(blocks)
        guard placement.blocks.values.allSatisfy({ $0.counts.count == groups.count }) else {
            throw JSONShapeFailure()
        }
        self.init(
            table: table,
            depth: depth,
            release: release,
            cutoff: cutoff,
            groups: groups,
            placement: placement
        )
    }
}
