/// What an agent types in their own words.
package enum FreeText {
    /// Bytes of the longest text.
    package static let longest = 8_000

    /// The text without marks of direction and control, line by line; nil where nothing is left.
    ///
    /// - Throws: ``TenancyError`` with `bad-value` that never says what was typed.
    package static func read(_ typed: String) throws(TenancyError) -> String? {
        let bytes = Array(typed.utf8)
        guard bytes.count <= longest else {
            throw TenancyError(.badValue, "the text is longer than \(longest) bytes: shorten it")
        }
        guard !NirDetector.isPresent(in: bytes, bytes.indices) else {
            throw TenancyError(
                .badValue,
                "the text holds a social security number, which is never kept: leave it out"
            )
        }
        let lines = typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { CellText.cleanUnicode(Array($0.utf8), encoding: .utf8) }
        let text = lines.joined(separator: "\n")
        let kept = text.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }
        return kept.isEmpty ? nil : String(kept.reversed())
    }
}
