import Sealing
import TestKit
import Testing

/// Passphrases, as people draw and type them.
struct PassphraseTests {
    private let entropy = SeededEntropy(7)

    private func opens(_ typed: String, _ other: String) throws -> Bool {
        let keyring = try Keyring(from: entropy).next
        let file = try KeyringFile.seal(
            keyring,
            under: try Passphrase(typed: typed),
            costing: try KeyDerivation(log2Rounds: 15, parallelism: 1),
            entropy: entropy
        )
        let second = try Passphrase(typed: other)
        return failure { () throws(SealFailure) in
            _ = try KeyringFile.open(file, with: second)
        } == nil
    }

    @Test func `a drawn passphrase is six words, another each time`() {
        let drawn = (0..<200).map { _ in Passphrase.generate(from: entropy) }
        #expect(Set(drawn).count == 200)
        for text in drawn { #expect(text.split(separator: " ").count == 6) }
    }

    @Test func `words of the list count without accents, capitals and spaces`() throws {
        let typed = "élargir météore sélectif siècle rivière abaisser"
        #expect(try opens(typed, "  ELARGIR meteore-selectif siecle  riviere Abaisser\n"))
        #expect(try opens(typed, "e\u{301}largir météore sélectif siècle rivière abaisser"))
        #expect(try !opens(typed, "élargir météore sélectif siècle rivière abandon"))
    }

    @Test func `other words count as typed`() throws {
        #expect(try !opens("Mon chien s'appelle Félix", "mon chien s'appelle félix"))
    }

    @Test func `nothing, and too much, are no passphrase`() {
        for typed in ["", " \n", " - ", String(repeating: "a", count: 1_025)] {
            #expect(throws: SealFailure.unusablePassphrase) { _ = try Passphrase(typed: typed) }
        }
    }
}
