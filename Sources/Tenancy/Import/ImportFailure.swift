/// Why a whole file, or a mapping, is refused; nothing of it has been imported.
package enum ImportFailure: Error, Equatable, Sendable {
    case fileEmpty
    case fileTooLarge(bytes: Int, limit: Int)
    case utf16
    /// An Excel or LibreOffice file.
    case spreadsheet
    case nulByte(line: Int)
    /// A byte that Windows-1252 leaves undefined, in a file that is not UTF-8 either.
    case undefinedByte(UInt8, line: Int)
    /// UTF-8 text with stray bytes.
    case mixedEncoding(line: Int)
    case noDelimiter(line: Int)
    /// The first line holds data; it is not shown.
    case noHeader(line: Int)
    case headerDamaged(line: Int)
    case tooManyColumns(Int, limit: Int)
    case tooManyRows(limit: Int)
    case missingColumns([CanonicalField], headersSeen: [String], line: Int)
    case unterminatedQuote(line: Int)
    case mappingUnreadable
    case mappingUnknownField(String)
    case mappingHeaderTwice(String, CanonicalField, CanonicalField)
}
