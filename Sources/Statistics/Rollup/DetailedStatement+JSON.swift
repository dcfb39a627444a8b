extension DetailedStatement {
    /// The one form of this statement in bytes, padded so that its length tells little.
    package var canonicalBytes: [UInt8] {
        let bare = bytes(padding: 0)
        return bytes(padding: PaddedLength.padded(bare.count) - bare.count)
    }

    private func bytes(padding: Int) -> [UInt8] {
        JSONWriter.bytes(
            of: .object([
                "schema": .integer(Self.schema),
                "headline": headline.json,
                "catalogue": .integer(catalogue.version),
                "threshold": .integer(threshold),
                "tables": .object(
                    Dictionary(uniqueKeysWithValues: tables.map { ($0.code, $1.json) })
                ),
                "volumes": .object(
                    Dictionary(uniqueKeysWithValues: volumes.map { ($0.code, $1.json) })
                ),
                "padding": .string(String(repeating: "0", count: padding)),
            ])
        )
    }

    /// Reads a statement strictly; what is wrong is refused by name.
    package init(bytes: [UInt8]) throws(DetailedStatementFailure) {
        guard bytes.count <= Self.largestSize else { throw .tooLarge(bytes: bytes.count) }
        let value: JSONValue
        do { value = try JSONReader.value(of: bytes) } catch { throw .notJSON(error) }
        guard case .object(let members) = value else { throw .notCanonical }
        guard case .integer(let schema) = members["schema"] else { throw .notCanonical }
        guard schema == Self.schema else { throw .unknownSchema(schema) }
        try self.init(members)
        // Whatever was not read is not written again, so nothing can ride along.
        guard canonicalBytes == bytes else { throw .notCanonical }
    }

    private init(_ members: [String: JSONValue]) throws(DetailedStatementFailure) {
        guard case .object(let headline) = members["headline"],
            case .integer(let version) = members["catalogue"],
            case .integer(let threshold) = members["threshold"],
            case .object(let tables) = members["tables"],
            case .object(let volumes) = members["volumes"]
        else { throw .notCanonical }
        let catalogue: Catalogue
        do { catalogue = try Catalogue.find(version: version) } catch { throw .catalogue(error) }
        try self.init(
            headline: try Self.headline(headline),
            catalogue: catalogue,
            threshold: threshold,
            tables: try Self.tables(tables, catalogue),
            volumes: try Self.volumes(volumes)
        )
    }

    private static func headline(
        _ members: [String: JSONValue]
    ) throws(DetailedStatementFailure) -> Statement {
        do {
            return try Statement(fields: StatementFields(members))
        } catch {
            throw .headline(error)
        }
    }

    private static func tables(
        _ members: [String: JSONValue],
        _ catalogue: Catalogue
    ) throws(DetailedStatementFailure) -> [TableID: Placement<Tally>] {
        var tables: [TableID: Placement<Tally>] = [:]
        for (code, value) in members {
            do {
                tables[try catalogue.table(code: code)] = try Placement(value)
            } catch let failure as CatalogueFailure {
                throw .catalogue(failure)
            } catch let failure as NameFailure {
                throw .name(failure)
            } catch {
                throw .badCounts(code)
            }
        }
        return tables
    }

    private static func volumes(
        _ members: [String: JSONValue]
    ) throws(DetailedStatementFailure) -> [Volume: Placement<Tally>] {
        var volumes: [Volume: Placement<Tally>] = [:]
        for (code, value) in members {
            guard let volume = Volume(rawValue: code) else { throw .catalogue(.unknownTable) }
            do { volumes[volume] = try Placement(value) } catch { throw .badCounts(code) }
        }
        return volumes
    }
}
