/// What a first reading of the whole file found, before any row is believed.
package struct FileSurvey: Sendable {
    /// Rows that are not blank.
    private(set) var rows = 0
    /// For each column, the cells that are not blank.
    private(set) var filledCells: [Int]
    /// For each column, the cells where a NIR stands.
    private(set) var nirCells: [Int]

    /// Reads to the end, and refuses a file whose rows cannot be told apart.
    package init(
        _ start: CsvReader,
        columns: Int,
        limits: ImportLimits
    ) throws(ImportFailure) {
        filledCells = Array(repeating: 0, count: columns)
        nirCells = filledCells
        var reader = start
        while reader.next() {
            if reader.record.isBlank(in: reader.bytes) { continue }
            rows += 1
            guard rows <= limits.rows else { throw .tooManyRows(limit: limits.rows) }
            count(reader.record, in: reader.bytes, cellBytes: limits.cellBytes)
        }
        if let line = reader.openQuoteLine { throw .unterminatedQuote(line: line) }
    }

    private mutating func count(_ record: CsvRecord, in bytes: [UInt8], cellBytes: Int) {
        for (column, cell) in record.cells.prefix(filledCells.count).enumerated() {
            let isReadable = cell.end - cell.start <= cellBytes
            guard isReadable, !cell.isBlank(in: bytes) else { continue }
            filledCells[column] += 1
            if NirDetector.isPresent(in: bytes, cell.start..<cell.end) { nirCells[column] += 1 }
        }
    }
}
