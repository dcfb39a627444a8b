import Foundation
import Seams

/// What a person types to open a keyring.
///
/// Words of the list count without capitals and accents; anything else counts as typed, in NFC.
package struct Passphrase: Sendable, Redacted {
    package static let wordCount = 6
    package static let maximumBytes = 1_024

    /// What the key is made from.
    let bytes: [UInt8]

    package init(typed: String) throws(SealFailure) {
        guard typed.utf8.count <= Self.maximumBytes else { throw .unusablePassphrase }
        let words = WordList.split(typed)
        guard !words.isEmpty else { throw .unusablePassphrase }
        if words.allSatisfy({ WordList.number(of: $0) != nil }) {
            bytes = Array(words.map { WordList.folded($0) }.joined(separator: " ").utf8)
        } else {
            bytes = Array(typed.precomposedStringWithCanonicalMapping.utf8)
        }
    }

    /// Draws six words, 66 bits, to be shown once and written down.
    package static func generate(from entropy: some Entropy) -> String {
        let bytes = entropy.bytes((wordCount * WordList.bitsPerWord + 7) / 8)
        return WordList.words(of: bytes, count: wordCount).joined(separator: " ")
    }
}
