/// What somebody typed in place of cells of a file, by the line on which their row starts.
package struct RowCorrections: Equatable, Sendable {
    private var rows: [Int: [CanonicalField: String]] = [:]

    package init() {}

    package var isEmpty: Bool { rows.isEmpty }

    package subscript(line: Int) -> [CanonicalField: String] {
        get { rows.isEmpty ? [:] : rows[line] ?? [:] }
        set { rows[line] = newValue }
    }
}
