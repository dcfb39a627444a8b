import Foundation

/// Reduces what a person types or an ERP exports to one comparable form.
///
/// The result depends on the text alone (no locale), and rests on Unicode properties that the
/// standard promises never to change for an assigned character: it may stand in an SQLite index.
package enum SearchKey {
    /// Lower-case words without diacritics, one space between them.
    ///
    ///     SearchKey.fold("  L’Œuvre d'Été—NOËL ")  // "l oeuvre d ete noel"
    package static func fold(_ text: String) -> String {
        foldAscii(text.utf8) ?? foldUnicode(text)
    }

    private static func foldAscii(_ bytes: String.UTF8View) -> String? {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        var gap = false
        for byte in bytes {
            guard byte < 0x80 else { return nil }
            guard Ascii.isLetter(byte) || Ascii.isDigit(byte) else {
                gap = true
                continue
            }
            if gap && !folded.isEmpty { folded.append(Ascii.space) }
            gap = false
            folded.append(Ascii.lowercased(byte))
        }
        return String(decoding: folded, as: UTF8.self)
    }

    private static func foldUnicode(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        var gap = false
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
            if isDiacritic(scalar) { continue }
            guard isWordPart(scalar) else {
                gap = true
                continue
            }
            if gap && !folded.isEmpty { folded.append(" ") }
            gap = false
            append(scalar, to: &folded)
        }
        return String(folded)
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView)
    {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isDiacritic(lower) {
            if let opened = openedLetters[lower] {
                folded.append(contentsOf: opened.unicodeScalars)
            } else {
                folded.append(lower)
            }
        }
    }
}
