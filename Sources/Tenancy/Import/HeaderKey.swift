/// What is left of a column's header once case, accents, punctuation and small words are gone.
///
/// « Date de naissance », `DATE_NAISSANCE` and `dateNaissance` have the same key.
package struct HeaderKey: Hashable, Sendable {
    package let words: [String]
    package let text: String

    private static let smallWords: Set<String> = ["de", "du", "des", "d", "la", "le", "les", "l"]
    private static let numberWords: Set<String> = ["n", "no", "num", "nro"]

    package init(_ header: String) {
        let folded = SearchKey.fold(Self.split(header))
        words = folded.split(separator: " ").map(String.init).compactMap(Self.normalised)
        text = words.joined()
    }

    private static func normalised(_ word: String) -> String? {
        if smallWords.contains(word) { return nil }
        return numberWords.contains(word) ? "numero" : word
    }

    /// Opens a space where a capital follows a small letter.
    private static func split(_ header: String) -> String {
        var spaced = ""
        var followsSmall = false
        for character in header {
            if followsSmall && character.isUppercase { spaced.append(" ") }
            spaced.append(character)
            followsSmall = character.isLowercase
        }
        return spaced
    }
}
