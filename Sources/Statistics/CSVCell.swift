/// A cell that a spreadsheet reads as the text that it is.
package enum CSVCell {
    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]
    private static let quotedScalars: Set<Unicode.Scalar> = [";", "\"", "\t", "\r", "\n"]

    package static func escaped(_ text: String) -> String {
        let harmless = isFormula(text) ? "'" + text : text
        guard harmless.unicodeScalars.contains(where: quotedScalars.contains) else {
            return harmless
        }
        var quoted = String.UnicodeScalarView()
        for scalar in harmless.unicodeScalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        return "\"" + String(quoted) + "\""
    }

    /// A spreadsheet also sees a formula after leading white space.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        let visible = text.unicodeScalars.first { !$0.properties.isWhitespace }
        return formulaStarts.contains(first) || visible.map(formulaStarts.contains) ?? false
    }
}
