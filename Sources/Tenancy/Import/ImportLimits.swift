/// What one file may hold; each bound is checked before the memory it guards is taken.
package struct ImportLimits: Equatable, Sendable {
    /// Bytes in the whole file: 256 MiB.
    package var fileBytes = 268_435_456
    /// Rows after the header, blank ones apart: one million.
    package var rows = 1_000_000
    /// Columns in the header: 200.
    package var columns = 200
    /// Bytes in one cell, as it stands in the file between its quotes: 10 000.
    package var cellBytes = 10_000

    package init() {}
}
