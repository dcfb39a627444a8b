/// The text of one cell, clean: trimmed, one space between words, no control character, NFC.
package struct CellText: Equatable, Sendable {
    package let text: String
    /// Whether the exporting software had already replaced a character by U+FFFD.
    package let lostCharacters: Bool

    /// Nil when nothing is left.
    package init?(_ cell: CsvCell, in bytes: [UInt8], encoding: TextEncoding) {
        let cleaned: String
        if let ascii = Self.cleanAscii(cell, in: bytes) {
            cleaned = ascii
            lostCharacters = false
        } else {
            cleaned = Self.cleanUnicode(cell.content(in: bytes), encoding: encoding)
            lostCharacters = cleaned.unicodeScalars.contains("\u{FFFD}")
        }
        text = Self.withoutFormulaWrap(cleaned)
        if text.isEmpty { return nil }
    }

    /// Cleans a cell of pure ASCII; nil at the first other byte.
    private static func cleanAscii(_ cell: CsvCell, in bytes: [UInt8]) -> String? {
        for index in cell.start..<cell.end where bytes[index] >= 0x80 { return nil }
        return String(unsafeUninitializedCapacity: cell.end - cell.start) { target in
            var count = 0
            var gap = false
            var index = cell.start
            while index < cell.end {
                let byte = bytes[index]
                index += cell.hasDoubledQuotes && byte == Ascii.quote ? 2 : 1
                if isSpace(byte) {
                    gap = count > 0
                } else if byte > Ascii.space, byte != 0x7F {
                    if gap {
                        target[count] = Ascii.space
                        count += 1
                        gap = false
                    }
                    target[count] = byte
                    count += 1
                }
            }
            return count
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == Ascii.space || (0x09...0x0D).contains(byte)
    }

    /// Takes off `="02691"`, which some exports write to keep a leading zero.
    private static func withoutFormulaWrap(_ text: String) -> String {
        guard text.utf8.first == Ascii.equal, text.utf8.count >= 3, text.hasPrefix("=\""),
            text.hasSuffix("\"")
        else { return text }
        return String(text.dropFirst(2).dropLast())
    }
}
