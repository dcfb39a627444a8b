/// The 2,048 words that stand for eleven bits each.
package enum WordList {
    static let bitsPerWord = 11

    /// The words, in the order of their numbers.
    static let words = FrenchWordsText.words.split(separator: "\n").map(String.init)

    private static let numbers = Dictionary(
        words.enumerated().map { (folded($1), $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// The number of a word, however its letters are cased and accented.
    static func number(of word: some StringProtocol) -> Int? { numbers[folded(word)] }

    /// The word in small letters without accents; the list has é and è alone.
    static func folded(_ word: some StringProtocol) -> String {
        String(
            word.lowercased().map { letter -> Character in
                letter == "\u{E9}" || letter == "\u{E8}" ? "e" : letter
            }
        )
    }

    /// The words that people typed, whatever stands between them.
    static func split(_ text: String) -> [Substring] {
        text.split { $0.isWhitespace || $0 == "-" || $0 == "," || $0 == "." }
    }

    /// The words of the first bits of some bytes.
    static func words(of bytes: [UInt8], count: Int) -> [String] {
        (0..<count).map { words[number(in: bytes, at: $0)] }
    }

    /// The eleven bits at a place of some bytes; bits past the end are 0.
    static func number(in bytes: [UInt8], at place: Int) -> Int {
        (0..<bitsPerWord).reduce(0) { number, bit in
            let (byte, offset) = (place * bitsPerWord + bit).quotientAndRemainder(dividingBy: 8)
            let value = byte < bytes.count ? bytes[byte] >> (7 - UInt8(offset)) & 1 : 0
            return number << 1 | Int(value)
        }
    }

    /// The bytes that hold those numbers, the last filled with 0.
    static func bytes(of numbers: [Int]) -> [UInt8] {
        let bits = numbers.flatMap { number in
            (0..<bitsPerWord).map { UInt8(number >> (bitsPerWord - 1 - $0) & 1) }
        }
        return stride(from: 0, to: bits.count, by: 8).map { start in
            (start..<start + 8).reduce(0) { $0 << 1 | ($1 < bits.count ? bits[$1] : 0) }
        }
    }
}
