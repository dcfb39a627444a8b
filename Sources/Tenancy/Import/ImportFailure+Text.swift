extension ImportFailure: CustomStringConvertible {
    private static let saveAsUtf8 = "save the export again as CSV UTF-8"

    package var description: String {
        switch self {
        case .fileEmpty: "The file is empty: export it again."
        case .fileTooLarge(let bytes, let limit):
            "The file has \(bytes) bytes, over the limit of \(limit): split it."
        case .spreadsheet: "This is a spreadsheet, not a CSV file: \(Self.saveAsUtf8)."
        case .utf16: "Line 1: the file is in UTF-16 or UTF-32: \(Self.saveAsUtf8)."
        case .nulByte(let line):
            "Line \(line): a NUL byte, so this is no text file: \(Self.saveAsUtf8)."
        case .undefinedByte(let byte, let line):
            "Line \(line): byte 0x\(Self.hexadecimal(byte)) is neither UTF-8 nor Windows-1252: "
                + "\(Self.saveAsUtf8)."
        case .mixedEncoding(let line):
            "Line \(line): a stray byte in UTF-8 text: \(Self.saveAsUtf8)."
        case .noDelimiter(let line):
            "Line \(line): no semicolon, comma or tab between headers: export as CSV."
        case .noHeader(let line):
            "Line \(line) holds data, not headers: export with the line of headers."
        case .headerDamaged(let line):
            "Line \(line): a header is too long or badly quoted: correct the line of headers."
        case .tooManyColumns(let found, let limit):
            "The header has \(found) columns, over the limit of \(limit): export fewer."
        case .tooManyRows(let limit): "The file has over \(limit) rows: split it."
        case .unterminatedQuote(let line):
            "Line \(line): a quote opens here and is never closed: close it, or double it."
        case .missingColumns, .mappingUnreadable, .mappingUnknownField, .mappingHeaderTwice:
            mappingDescription
        }
    }

    private var mappingDescription: String {
        switch self {
        case .missingColumns(let fields, let headers, let line):
            Self.missing(fields, headers: headers, line: line)
        case .mappingUnknownField(let name):
            "The mapping names an unknown field \"\(name)\": the fields are \(Self.allFields)."
        case .mappingHeaderTwice(let header, let first, let second):
            "The mapping gives header \"\(header)\" to \(first.rawValue) and to "
                + "\(second.rawValue): keep one."
        default:
            "The mapping is no JSON object of lists: write {\"last_name\": [\"Your header\"]}."
        }
    }

    private static func missing(_ fields: [CanonicalField], headers: [String], line: Int) -> String
    {
        let names = fields.map(\.rawValue).joined(separator: ", ")
        let seen = headers.prefix(40).map { "\"\($0.prefix(60))\"" }.joined(separator: ", ")
        let more = headers.count > 40 ? " and \(headers.count - 40) more" : ""
        let example = fields.first?.rawValue ?? "last_name"
        return "No column for \(names). Headers seen on line \(line): \(seen)\(more). "
            + "Name yours with --mapping, in a JSON file: {\"\(example)\": [\"Your header\"]}."
    }

    private static var allFields: String {
        CanonicalField.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
