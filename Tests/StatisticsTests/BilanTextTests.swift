import Statistics
import Testing

struct BilanTextTests {
    @Test func `three silent nights give these bytes`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statementsWithSilentB5())
        let expected = String(
            silentNightsText.map { $0 == "~" ? "\u{A0}" : $0 == "^" ? "\u{202F}" : $0 }
        )
        #expect(Array(BilanText.render(bilan).utf8) == Array(expected.utf8))
    }

    @Test func `a landlord that never came has no figure`() throws {
        let text = BilanText.render(try PhaseOne.bilan(of: []))
        #expect(text.contains("B5 — Bailleur fictif B5                 jamais reçu, absent"))
        #expect(text.contains("jamais reçu\u{A0}: B1 (Bailleur fictif B1), B2"))
        #expect(!text.contains("(0\u{A0}/\u{A0}0)"))
    }
}
