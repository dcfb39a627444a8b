/// Which column of one file gives which field, as somebody chose them; columns count from 0.
package struct ColumnChoice: Equatable, Sendable {
    package let columns: [CanonicalField: Int]

    package init(_ columns: [CanonicalField: Int]) { self.columns = columns }

    /// The fields without which no tenant can be told from another, and that have no column.
    package var missing: [CanonicalField] {
        CanonicalField.required.filter { columns[$0] == nil }
    }
}
