/// A name as two landlords would both have it: small Latin letters, nothing between them.
///
/// Case, accents, hyphens, spaces, apostrophes and stops go; a particle is joined to the name that
/// follows it, so that « De Lattre » and « Delattre » are one. What it cannot mend is counted in
/// Docs/statistics.md.
enum FoldedName {
    static func fold(_ name: String) -> String {
        var folded = ""
        for character in name {
            // A character is found whether its accent is part of it or follows it.
            let small = Character(lowercase: character)
            if let plain = plain[small] {
                folded += plain
            } else if small.isLetter {
                folded.append(small)
            }
        }
        return folded
    }

    private static let plain: [Character: String] = {
        var plain: [Character: String] = ["œ": "oe", "æ": "ae", "ß": "ss", "þ": "th"]
        let variants = [
            "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
            "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏő",
            "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ",
            "z": "źżž",
        ]
        for (letter, accented) in variants {
            for character in accented { plain[character] = letter }
        }
        return plain
    }()
}

extension Character {
    /// The small form where it is one character, else the character itself.
    fileprivate init(lowercase character: Character) {
        let small = character.lowercased()
        self = small.count == 1 ? small[small.startIndex] : character
    }
}
