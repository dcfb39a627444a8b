import Statistics

/// A line of a file for French spreadsheets: « ; » between cells, CRLF at its end.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe before it: it is then text.
package enum CSVLine {
    /// What stands before the first line, so that accents are read as such.
    package static let mark: [UInt8] = TextEncoding.utf8Mark

    package static func bytes(_ cells: [String]) -> [UInt8] {
        Array(cells.map(CSVCell.escaped).joined(separator: ";").utf8)
            + [Ascii.carriageReturn, Ascii.lineFeed]
    }
}
