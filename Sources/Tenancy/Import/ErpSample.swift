/// The columns of an export with a few of their values, from which somebody says what each one is.
package struct ErpSample: Sendable {
    package struct Column: Equatable, Sendable {
        /// The header, or `n° 15` for a column that has none.
        package let header: String
        /// The first values, clean; none of a column that is never read.
        package let values: [String]
        /// What the mapping takes it for.
        package let field: CanonicalField?
        /// Whether it holds social security numbers, which are never read.
        package let isDropped: Bool
    }

    /// So many values of a column are shown.
    private static let mostValues = 3
    private static let longestValue = 60
    /// Rows among which values are looked for.
    private static let mostRows = 200

    package let encoding: TextEncoding
    package let delimiter: CsvDelimiter
    package let columns: [Column]

    /// Reads the beginning of a file, cut after its last whole line where it is not all of it.
    package init(
        head: [UInt8],
        isWhole: Bool,
        mapping: ColumnMapping = .standard,
        limits: ImportLimits = ImportLimits()
    ) throws(ImportFailure) {
        if head.isEmpty { throw .fileEmpty }
        let end = isWhole ? head.count : (head.lastIndex(of: Ascii.lineFeed) ?? head.count)
        let bytes = Array(head[..<end])
        encoding = try TextEncoding.detect(in: bytes)
        let header = try HeaderReader(bytes: bytes, encoding: encoding, limits: limits)
        delimiter = header.delimiter
        var plan = ColumnPlan(headers: header.names, mapping: mapping)
        // A quote that the cut left open is judged once the whole file is read.
        if let survey = try? FileSurvey(header.reader, columns: header.names.count, limits: limits)
        {
            plan.drop(after: survey)
        }
        let values = Self.values(of: header, encoding)
        let fields = Dictionary(plan.columns.map { ($1, $0) }) { first, _ in first }
        let dropped = Set(plan.dropped.map { $0.number - 1 })
        columns = header.names.indices.map { column in
            Column(
                header: plan.name(of: column),
                values: dropped.contains(column) ? [] : values[column],
                field: fields[column],
                isDropped: dropped.contains(column)
            )
        }
    }

    /// A few values of each column, each once; none in which a social security number stands.
    private static func values(of header: HeaderReader, _ encoding: TextEncoding) -> [[String]] {
        var values: [[String]] = header.names.map { _ in [] }
        var reader = header.reader
        var rows = 0
        while rows < mostRows, reader.next() {
            rows += 1
            for (column, cell) in reader.record.cells.prefix(values.count).enumerated()
            where values[column].count < mostValues {
                guard !NirDetector.isPresent(in: reader.bytes, cell.start..<cell.end),
                    let text = CellText(cell, in: reader.bytes, encoding: encoding)?.text
                else { continue }
                let shown = text.count > longestValue ? text.prefix(longestValue) + "…" : text[...]
                if !values[column].contains(String(shown)) { values[column].append(String(shown)) }
            }
        }
        return values
    }
}
