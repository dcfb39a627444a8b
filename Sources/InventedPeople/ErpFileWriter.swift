/// Writes rows as the bytes of an ERP file.
package struct ErpFileWriter: Sendable {
    package let options: ErpFileOptions

    package init(options: ErpFileOptions = ErpFileOptions()) {
        self.options = options
    }

    /// A whole file: its headings, then the rows in order.
    package func file(of rows: [ErpRow]) throws(ErpFileFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        try appendHeadings(to: &bytes)
        for row in rows {
            try append(row, to: &bytes)
        }
        return bytes
    }

    /// What a file starts with: the byte order mark if asked for, and the headings.
    package func appendHeadings(to bytes: inout [UInt8]) throws(ErpFileFailure) {
        if options.encoding == .utf8BOM {
            bytes += [0xEF, 0xBB, 0xBF]
        }
        try appendLine(options.headings.map(\.title), to: &bytes)
    }

    /// One row, in the order of the headings.
    package func append(_ row: ErpRow, to bytes: inout [UInt8]) throws(ErpFileFailure) {
        try appendLine(options.headings.map { row[$0.column] }, to: &bytes)
    }

    private func appendLine(
        _ fields: [String],
        to bytes: inout [UInt8]
    ) throws(ErpFileFailure) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(options.delimiter.rawValue) }
            try appendField(field, to: &bytes)
        }
        switch options.lineEnding {
        case .lineFeed: bytes.append(0x0A)
        case .carriageReturnLineFeed: bytes += [0x0D, 0x0A]
        }
    }

    /// In quotes, doubled inside, only where the text would break the line otherwise.
    private func appendField(_ field: String, to bytes: inout [UInt8]) throws(ErpFileFailure) {
        guard field.utf8.contains(where: breaksLine) else {
            return try appendText(field, to: &bytes)
        }
        let quote = UInt8(ascii: "\"")
        bytes.append(quote)
        for scalar in field.unicodeScalars {
            if scalar == "\"" { bytes.append(quote) }
            try appendText(String(scalar), to: &bytes)
        }
        bytes.append(quote)
    }

    private func breaksLine(_ byte: UInt8) -> Bool {
        byte == options.delimiter.rawValue || byte == UInt8(ascii: "\"")
            || byte == 0x0A || byte == 0x0D
    }

    private func appendText(_ text: String, to bytes: inout [UInt8]) throws(ErpFileFailure) {
        guard options.encoding == .windows1252 else {
            return bytes.append(contentsOf: text.utf8)
        }
        for scalar in text.unicodeScalars {
            guard let byte = Windows1252.byte(scalar) else {
                throw .notInWindows1252(scalar: scalar.value)
            }
            bytes.append(byte)
        }
    }
}
