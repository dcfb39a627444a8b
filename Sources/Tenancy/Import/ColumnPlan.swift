/// What each column of one file is for.
package struct ColumnPlan: Sendable {
    package let headers: [String]
    private(set) var columns: [CanonicalField: Int] = [:]
    private(set) var ignored: [IgnoredColumn] = []
    private(set) var dropped: [DroppedColumn] = []

    /// Gives each header its field; a header that names the NIR is dropped before any mapping.
    package init(headers: [String], mapping: ColumnMapping) {
        self.headers = headers
        let fields = mapping.fieldsByKey()
        for (column, header) in headers.enumerated() {
            if NirDetector.isNamed(in: header) {
                drop(column, .header)
            } else if let field = fields[HeaderKey(header)] {
                give(column, to: field)
            } else {
                ignore(column, header.isEmpty ? .untitled : .unknown)
            }
        }
    }

    /// Gives the fields the columns that somebody chose; one that names the NIR is dropped all the same.
    package init(headers: [String], choice: ColumnChoice) {
        self.headers = headers
        let fields = Dictionary(choice.columns.map { ($1, $0) }) { first, _ in first }
        for (column, header) in headers.enumerated() {
            if NirDetector.isNamed(in: header) {
                drop(column, .header)
            } else if let field = fields[column] {
                give(column, to: field)
            } else {
                ignore(column, .leftAside)
            }
        }
    }

    /// The header of a column, or its number when it has none.
    package func name(of column: Int) -> String {
        guard headers.indices.contains(column), !headers[column].isEmpty else {
            return "n°\u{A0}\(column + 1)"
        }
        return headers[column]
    }

    package var missing: [CanonicalField] {
        CanonicalField.required.filter { columns[$0] == nil }
    }

    private mutating func give(_ column: Int, to field: CanonicalField) {
        if columns[field] == nil {
            columns[field] = column
        } else {
            ignore(column, .alreadyGiven(field))
        }
    }

    private mutating func ignore(_ column: Int, _ reason: IgnoredColumn.Reason) {
        ignored.append(
            IgnoredColumn(number: column + 1, header: name(of: column), reason: reason)
        )
    }
}

extension ColumnPlan {
    /// Drops the columns whose values gave them away.
    ///
    /// One NIR is enough in a column that nobody reads. In a mapped one, where a stray NIR is
    /// blanked cell by cell, it takes most of the cells; a required column is never dropped.
    package mutating func drop(after survey: FileSurvey) {
        for column in headers.indices where survey.nirCells[column] > 0 {
            if let field = columns.first(where: { $0.value == column })?.key {
                let isMostlyNir = survey.nirCells[column] * 2 > survey.filledCells[column]
                guard isMostlyNir, !CanonicalField.required.contains(field) else { continue }
                columns[field] = nil
            } else if dropped.contains(where: { $0.number == column + 1 }) {
                continue
            }
            ignored.removeAll { $0.number == column + 1 }
            drop(column, .values)
        }
    }

    private mutating func drop(_ column: Int, _ reason: DroppedColumn.Reason) {
        dropped.append(
            DroppedColumn(number: column + 1, header: name(of: column), reason: reason)
        )
    }
}
