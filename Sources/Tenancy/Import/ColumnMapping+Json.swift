import Foundation

extension ColumnMapping: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        try self.init(named: try container.decode([String: [String]].self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let pairs = headers.map { ($0.key.rawValue, $0.value) }
        try container.encode(Dictionary(pairs) { first, _ in first })
    }

    /// Reads a landlord's mapping, `{"last_name": ["NOM_OCC"]}`, laid over the standard one.
    package static func reading(json bytes: [UInt8]) throws(ImportFailure) -> ColumnMapping {
        let named: [String: [String]]
        do {
            named = try JSONDecoder().decode([String: [String]].self, from: Data(bytes))
        } catch {
            throw .mappingUnreadable
        }
        return standard.overlaid(by: try ColumnMapping(named: named))
    }

    private init(named: [String: [String]]) throws(ImportFailure) {
        var headers: [CanonicalField: [String]] = [:]
        var owners: [HeaderKey: CanonicalField] = [:]
        for name in named.keys.sorted() {
            guard let field = Self.field(named: name) else { throw .mappingUnknownField(name) }
            for header in named[name, default: []] {
                if let owner = owners.updateValue(field, forKey: HeaderKey(header)), owner != field
                {
                    throw .mappingHeaderTwice(header, owner, field)
                }
                headers[field, default: []].append(header)
            }
        }
        self.init(headers: headers)
    }

    private static func field(named name: String) -> CanonicalField? {
        let key = HeaderKey(name)
        return CanonicalField.allCases.first { HeaderKey($0.rawValue) == key }
    }
}
