/// One column as a file shows it: what it holds, and what it is called there.
package struct ErpHeading: Hashable, Sendable {
    package var column: ErpColumn
    package var title: String

    /// Without a title of its own the column bears its usual French heading.
    package init(_ column: ErpColumn, title: String? = nil) {
        self.column = column
        self.title = title ?? column.heading
    }

    /// The columns of our fixtures, from the reference to the lease.
    package static let usual = ErpColumn.allCases.filter { $0 != .dwellingRef }
        .map { ErpHeading($0) }
}
