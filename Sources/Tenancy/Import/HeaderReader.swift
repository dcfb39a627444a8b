/// Finds the line of headers, and stands at the first record after it.
package struct HeaderReader {
    package let delimiter: CsvDelimiter
    package let line: Int
    package let names: [String]
    package let reader: CsvReader

    package init(
        bytes: [UInt8],
        encoding: TextEncoding,
        limits: ImportLimits
    ) throws(ImportFailure) {
        let start = try Self.start(in: bytes, from: encoding.firstByte)
        guard let delimiter = CsvDelimiter.sniff(bytes, from: start.offset) else {
            throw .noDelimiter(line: start.line)
        }
        var reader = CsvReader(
            bytes: bytes,
            delimiter: delimiter.rawValue,
            limits: limits,
            position: start.offset,
            line: start.line
        )
        _ = reader.next()
        try Self.check(reader, limits: limits)
        names = reader.record.cells.map {
            CellText($0, in: bytes, encoding: encoding)?.text ?? ""
        }
        line = start.line
        self.delimiter = delimiter
        self.reader = reader
        if Self.holdData(names) { throw .noHeader(line: line) }
    }

    private static func check(_ reader: CsvReader, limits: ImportLimits) throws(ImportFailure) {
        if let line = reader.openQuoteLine { throw .unterminatedQuote(line: line) }
        if reader.record.cellCount > limits.columns {
            throw .tooManyColumns(reader.record.cellCount, limit: limits.columns)
        }
        if reader.record.flaw != nil { throw .headerDamaged(line: reader.record.line) }
    }

    /// Refuses a plan that cannot tell one tenant from another.
    package func require(_ plan: ColumnPlan) throws(ImportFailure) {
        if plan.missing.isEmpty { return }
        throw .missingColumns(plan.missing, headersSeen: names, line: line)
    }

    /// Whether the line holds a person's data rather than headers, which must then not be shown:
    /// an e-mail address, a NIR, or five digits and more without a letter.
    private static func holdData(_ names: [String]) -> Bool {
        names.contains { name in
            let digits = name.utf8.count(where: Ascii.isDigit)
            let hasLetter = name.contains { $0.isLetter }
            let bytes = Array(name.utf8)
            return EmailText.read(name) != nil || digits >= 5 && !hasLetter
                || NirDetector.isPresent(in: bytes, bytes.indices)
        }
    }
}

extension HeaderReader {
    private typealias Place = (offset: Int, line: Int)

    private static func start(
        in bytes: [UInt8],
        from first: Int
    ) throws(ImportFailure) -> Place {
        let start = skipBlankLines(bytes, from: (first, line: 1))
        let header = skipSeparatorLine(bytes, from: start) ?? start
        guard header.offset < bytes.count else { throw .fileEmpty }
        return header
    }

    private static func skipBlankLines(_ bytes: [UInt8], from start: Place) -> Place {
        var place = start
        var index = start.offset
        while index < bytes.count, bytes[index] <= Ascii.space, bytes[index] != Ascii.tab {
            let byte = bytes[index]
            index += 1
            let endsWithLineFeed = index < bytes.count && bytes[index] == Ascii.lineFeed
            if byte == Ascii.lineFeed || (byte == Ascii.carriageReturn && !endsWithLineFeed) {
                place = (index, place.line + 1)
            }
        }
        return index == bytes.count ? (index, place.line) : place
    }

    /// Passes over `sep=;`, a line that spreadsheets write for one another.
    private static func skipSeparatorLine(_ bytes: [UInt8], from start: Place) -> Place? {
        let end = bytes[start.offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        let line = bytes[start.offset..<end]
        guard line.count <= 5, line.starts(with: Array("sep=".utf8)) else { return nil }
        return skipBlankLines(bytes, from: (end, start.line))
    }
}
