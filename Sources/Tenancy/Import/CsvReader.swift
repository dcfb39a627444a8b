/// Reads the records of a CSV file (RFC 4180) one at a time and copies none of its bytes.
package struct CsvReader: Sendable {
    package let bytes: [UInt8]
    package let delimiter: UInt8
    package let limits: ImportLimits
    /// The first byte not yet read, always the first of a record.
    private(set) var position: Int
    /// The line of that byte, counted from 1.
    private(set) var line: Int
    package private(set) var record = CsvRecord()
    /// The line of a quote that the file never closes, once the end is reached.
    package private(set) var openQuoteLine: Int?

    package init(bytes: [UInt8], delimiter: UInt8, limits: ImportLimits, position: Int, line: Int) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.limits = limits
        self.position = position
        self.line = line
    }

    /// Reads the next record into `record`; false at the end or at a quote left open.
    package mutating func next() -> Bool {
        guard position < bytes.count else { return false }
        record.restart(line: line)
        var isInRecord = true
        while isInRecord {
            if position < bytes.count, bytes[position] == Ascii.quote {
                readQuotedCell()
            } else {
                readPlainCell()
            }
            isInRecord = passCellEnd()
        }
        return openQuoteLine == nil
    }

    private mutating func readPlainCell() {
        let start = position
        skipToCellEnd()
        keep(CsvCell(start: start, end: position))
    }

    private mutating func skipToCellEnd() {
        while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Ascii.lineFeed || byte == Ascii.carriageReturn
    }

    private mutating func readQuotedCell() {
        let openingLine = line
        var cell = CsvCell(start: position + 1, end: position + 1)
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Ascii.quote {
                guard nextByte == Ascii.quote else { return close(&cell) }
                cell.hasDoubledQuotes = true
                position += 1
            } else if byte == Ascii.lineFeed
                || (byte == Ascii.carriageReturn && nextByte != Ascii.lineFeed)
            {
                line += 1
            }
            position += 1
        }
        openQuoteLine = openingLine
    }

    private var nextByte: UInt8? {
        position + 1 < bytes.count ? bytes[position + 1] : nil
    }

    /// Ends a quoted cell at its closing quote; only spaces may follow before the delimiter.
    private mutating func close(_ cell: inout CsvCell) {
        cell.end = position
        position += 1
        let rest = position
        skipToCellEnd()
        if bytes[rest..<position].contains(where: { $0 != Ascii.space }) {
            record.flaw = record.flaw ?? .textAfterQuote(column: record.cellCount)
        }
        keep(cell)
    }

    private mutating func keep(_ cell: CsvCell) {
        if cell.end - cell.start > limits.cellBytes {
            record.flaw = record.flaw ?? .cellTooLarge(column: record.cellCount)
        }
        if record.cellCount < limits.columns { record.cells.append(cell) }
        record.cellCount += 1
    }

    /// Passes the delimiter or the line end after a cell; true when the record has one more cell.
    private mutating func passCellEnd() -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        position += 1
        if byte == delimiter { return true }
        line += 1
        if byte == Ascii.carriageReturn, position < bytes.count, bytes[position] == Ascii.lineFeed {
            position += 1
        }
        return false
    }
}
