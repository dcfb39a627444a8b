import Foundation

extension ColumnMapping {
    /// What a choice of columns says of these headers, for the landlord's next file: a field has the header that
    /// was chosen, and a header that was left aside is no field's any more.
    ///
    /// Two columns of one header cannot be told apart by it; the next file asks again.
    package func remembering(_ choice: ColumnChoice, of headers: [String]) -> ColumnMapping {
        let seen = Set(headers.map(HeaderKey.init))
        var kept = self.headers.mapValues { list in
            list.filter { !seen.contains(HeaderKey($0)) }
        }
        var claimed: Set<HeaderKey> = []
        for (field, column) in choice.columns.sorted(by: { $0.value < $1.value })
        where headers.indices.contains(column) {
            guard claimed.insert(HeaderKey(headers[column])).inserted else { continue }
            kept[field, default: []].insert(headers[column], at: 0)
        }
        return ColumnMapping(headers: kept)
    }

    /// The mapping as a file of `import --mapping`.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [Ascii.lineFeed]
    }
}
