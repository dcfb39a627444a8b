/// One record of the file: the line it starts on and where its cells stand.
package struct CsvRecord: Equatable, Sendable {
    /// What makes a record unreadable though the file goes on.
    package enum Flaw: Equatable, Sendable {
        case cellTooLarge(column: Int)
        case textAfterQuote(column: Int)
    }

    package var line = 0
    /// The cells, of which no more are kept than the limit on columns allows.
    package var cells: [CsvCell] = []
    /// The number of cells read, kept or not.
    package var cellCount = 0
    package var flaw: Flaw?

    package func isBlank(in bytes: [UInt8]) -> Bool {
        flaw == nil && cells.count == cellCount && cells.allSatisfy { $0.isBlank(in: bytes) }
    }

    package mutating func restart(line: Int) {
        self.line = line
        cells.removeAll(keepingCapacity: true)
        cellCount = 0
        flaw = nil
    }
}
