import Records
import Sealing
import TestKit
import Testing

/// The recovery kit on paper.
struct RecoveryKitTests {
    private let entropy = SeededEntropy(9)
    private let landlord: RecordID
    private let kit: RecoveryKit

    init() throws {
        landlord = try unwrap(RecordID(bytes: entropy.bytes(16)))
        kit = RecoveryKit(of: landlord, from: entropy)
    }

    private func failureOf(_ lines: [String], _ landlord: RecordID? = nil) -> SealFailure? {
        failure { () throws(SealFailure) in
            _ = try RecoveryKit(lines: lines, of: landlord ?? self.landlord)
        }
    }

    @Test func `a kit is five lines of six words and reads back as it was`() throws {
        for seed in 0..<50 as Range<UInt64> {
            let kit = RecoveryKit(of: landlord, from: SeededEntropy(seed))
            #expect(kit.lines.map { $0.split(separator: " ").count } == [6, 6, 6, 6, 6])
            let typed = kit.lines.map { " " + $0.uppercased() + "  " }
            let read = try RecoveryKit(lines: typed, of: landlord)
            #expect(read.lines == kit.lines)
            #expect(try read.receiveKey().secret == kit.receiveKey().secret)
            #expect(try read.signingKey().secret == kit.signingKey().secret)
            #expect(try kit.receiveKey().secret != kit.signingKey().secret)
        }
    }

    @Test func `31: one wrong word is refused, and its line named`() throws {
        var missed = 0
        for line in 0..<5 {
            for word in 0..<6 {
                for other in ["abaisser", "zoologie", "muscle"] {
                    var words = kit.lines.map { $0.split(separator: " ").map(String.init) }
                    guard words[line][word] != other else { continue }
                    words[line][word] = other
                    let refusal = failureOf(words.map { $0.joined(separator: " ") })
                    #expect(refusal?.name == "checksum")
                    if refusal != .checksum(line: line + 1) { missed += 1 }
                }
            }
        }
        // A line's check has eleven bits; what it misses, the check of the whole finds.
        #expect(missed <= 1)
    }

    @Test func `31: a word that is not on the list is named by its place`() {
        var lines = kit.lines
        lines[2] = "abaisser abaisser xylophoniste abaisser abaisser abaisser"
        #expect(failureOf(lines) == .unknownWord(line: 3, word: 3))
        lines[2] = "abaisser"
        #expect(failureOf(lines) == .checksum(line: 3))
    }

    @Test func `31: the kit of another landlord is named so`() throws {
        let other = try unwrap(RecordID(bytes: entropy.bytes(16)))
        #expect(failureOf(kit.lines, other) == .otherLandlord)
    }

    @Test func `swapped, missing and repeated lines are refused`() {
        var lines = kit.lines
        lines.swapAt(1, 3)
        #expect(failureOf(lines) == .checksum(line: 2))
        #expect(failureOf(Array(kit.lines.dropLast())) == .length)
        lines = kit.lines
        lines[4] = lines[0]
        #expect(failureOf(lines) == .checksum(line: 5))
    }

    @Test func `the list has 2,048 words that typing without accents tells apart`() {
        let words = Set(
            (0..<4_000).flatMap { _ in
                RecoveryKit(of: landlord, from: entropy).lines[0].split(separator: " ")
            }
        )
        #expect(words.count == 2_048)
        let folded = words.map { $0.replacing("é", with: "e").replacing("è", with: "e") }
        #expect(Set(folded).count == 2_048)
    }
}
