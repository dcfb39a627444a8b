import Statistics
import Testing

struct PaperTests {
    private func text(_ paper: Paper, _ format: Paper.Format) -> String {
        String(decoding: paper.render(format), as: UTF8.self)
    }

    @Test(arguments: Paper.Format.allCases)
    func `the answer to a call holds the figures, their definitions and what is left to write`(
        format: Paper.Format
    ) throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statements())
        let text = text(.answerToCall(bilan), format)
        for title in [
            "Contexte", "Objectifs", "Publics et territoires", "Résultats", "Méthode", "Limites",
        ] {
            #expect(text.contains(">\(title)<"), "\(title)")
        }
        #expect(text.contains("90,0\u{202F}%\u{A0}(306\u{A0}/\u{A0}340)"))
        #expect(text.contains("Numérateur\u{A0}: inscrits présents"))
        #expect(text.contains("[À compléter"))
    }

    @Test func `two programmes stand side by side with their definitions`() throws {
        let first = try PhaseOne.bilan(of: PhaseOne.statementsWithSilentB5())
        let second = try PhaseOne.bilan(of: PhaseOne.statements())
        let text = text(.comparison(first, second), .html)
        #expect(text.contains("<td>300</td><td>306</td>"))
        #expect(text.contains("un écart entre eux n'en dit pas la cause"))
    }

    @Test func `the text document is well formed`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statements())
        #expect(try XML.depth(of: Paper.answerToCall(bilan).render(.fodt)) == 0)
        #expect(try XML.depth(of: Paper.comparison(bilan, bilan).render(.fodt)) == 0)
    }
}
