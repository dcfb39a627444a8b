import Crypto
import Foundation
import Records
import Seams

/// What restores a landlord whose every device is lost: 32 secret bytes, kept on paper in two copies.
///
/// Printed as five lines of six words. The sixth word of a line checks the five others, the place of
/// the line and the landlord; the last nineteen bits check the whole.
package struct RecoveryKit: Sendable, Redacted {
    static let seedLength = 32
    package static let lineCount = 5
    package static let wordsPerLine = 6
    private static let dataWords = lineCount * (wordsPerLine - 1)

    package let landlord: RecordID
    private let seed: [UInt8]

    package init(of landlord: RecordID, from entropy: some Entropy) {
        self.landlord = landlord
        seed = entropy.bytes(Self.seedLength)
    }

    /// What opens the bundles that carry a stanza for the kit.
    package func receiveKey() throws(SealFailure) -> ReceiveKey {
        try ReceiveKey(secret: derive(.recoveryReceive))
    }

    /// What signs the entry that makes a new administrator.
    package func signingKey() throws(SealFailure) -> SigningKey {
        try SigningKey(secret: derive(.recoverySigning))
    }

    private func derive(_ domain: Domain) -> [UInt8] {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: seed),
            salt: landlord.bytes,
            info: domain.bytes,
            outputByteCount: 32
        ).withUnsafeBytes { Array($0) }
    }

    /// The lines to print.
    package var lines: [String] {
        let numbers = Self.dataNumbers(checkedSeed)
        return (0..<Self.lineCount).map { line in
            let start = line * (Self.wordsPerLine - 1)
            let data = Array(numbers[start..<start + Self.wordsPerLine - 1])
            let check = Self.check(of: data, line: line, landlord)
            return (data + [check]).map { WordList.words[$0] }.joined(separator: " ")
        }
    }

    /// Reads the lines as somebody typed them.
    package init(lines: [String], of landlord: RecordID) throws(SealFailure) {
        guard lines.count == Self.lineCount else { throw .length }
        var numbers: [[Int]] = []
        for (index, line) in lines.enumerated() {
            numbers.append(try Self.numbers(of: line, index + 1))
        }
        let wrong = numbers.indices.filter { index in
            Self.check(of: Array(numbers[index].dropLast()), line: index, landlord)
                != numbers[index].last
        }
        guard wrong.count < Self.lineCount else { throw .otherLandlord }
        if let first = wrong.first { throw .checksum(line: first + 1) }
        let bytes = WordList.bytes(of: numbers.flatMap { $0.dropLast() })
        self.landlord = landlord
        seed = Array(bytes.prefix(Self.seedLength))
        guard numbers.flatMap({ $0.dropLast() }) == Self.dataNumbers(checkedSeed) else {
            throw .checksum(line: Self.lineCount)
        }
    }

    /// The seed, and a digest of it of which nineteen bits are printed.
    private var checkedSeed: [UInt8] {
        seed + Digest256(of: landlord.bytes + seed, as: .recoveryKit).bytes
    }

    private static func dataNumbers(_ bytes: [UInt8]) -> [Int] {
        (0..<dataWords).map { WordList.number(in: bytes, at: $0) }
    }

    private static func numbers(of line: String, _ number: Int) throws(SealFailure) -> [Int] {
        let words = WordList.split(line)
        guard words.count == wordsPerLine else { throw .checksum(line: number) }
        var numbers: [Int] = []
        for (index, word) in words.enumerated() {
            guard let value = WordList.number(of: word) else {
                throw .unknownWord(line: number, word: index + 1)
            }
            numbers.append(value)
        }
        return numbers
    }

    private static func check(of data: [Int], line: Int, _ landlord: RecordID) -> Int {
        let bytes = landlord.bytes + [UInt8(line)] + WordList.bytes(of: data)
        return WordList.number(in: Digest256(of: bytes, as: .recoveryLine).bytes, at: 0)
    }
}
