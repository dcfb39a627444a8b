import Crypto

/// Six words to be read aloud and compared: 66 bits of a digest.
package struct SpokenCode: Hashable, Sendable {
    package static let wordCount = 6

    /// The six words.
    package let words: [String]

    package init(of bytes: some Collection<UInt8>, as domain: Domain) {
        let digest = Digest256(of: bytes, as: domain)
        words = WordList.words(of: digest.bytes, count: Self.wordCount)
    }

    /// Whether somebody typed these words; capitals and accents do not matter.
    package func matches(_ typed: String) -> Bool {
        WordList.split(typed).map { WordList.folded($0) } == words.map { WordList.folded($0) }
    }
}

extension SpokenCode: CustomStringConvertible {
    package var description: String { words.joined(separator: " ") }
}

extension VerifyingKey {
    /// The six words by which people know the key.
    package var fingerprint: SpokenCode { SpokenCode(of: bytes, as: .fingerprint) }
}
