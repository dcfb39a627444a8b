/// Which headers announce which column: the usual French ones, and those a landlord adds.
package struct ColumnMapping: Equatable, Sendable {
    /// The headers of each column, as written; they are compared by `HeaderKey`.
    package private(set) var headers: [CanonicalField: [String]]

    package init(headers: [CanonicalField: [String]]) {
        self.headers = headers
    }

    /// The column of each header key.
    package func fieldsByKey() -> [HeaderKey: CanonicalField] {
        var fields: [HeaderKey: CanonicalField] = [:]
        for field in CanonicalField.allCases {
            for header in headers[field, default: []] { fields[HeaderKey(header)] = field }
        }
        return fields
    }

    /// This mapping with the landlord's laid over it: a column named there has only the headers
    /// given there, and a header given there means nothing else any more.
    package func overlaid(by other: ColumnMapping) -> ColumnMapping {
        let claimed = Set(other.fieldsByKey().keys)
        let remaining = headers.mapValues { list in
            list.filter { !claimed.contains(HeaderKey($0)) }
        }
        return ColumnMapping(headers: remaining.merging(other.headers) { _, theirs in theirs })
    }
}
