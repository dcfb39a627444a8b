import Foundation
import Statistics
import Testing

struct BilanJSONTests {
    private struct Page: Decodable {
        let totals: [String: Total]
        let landlords: [Line]
    }

    private struct Total: Decodable {
        let landlords: Int
        let counts: [String: Int]?
        let rates: [String: Share]
    }

    private struct Line: Decodable {
        let code: String
        let state: String
        let counts: [String: Int]?
    }

    private struct Share: Decodable, Equatable {
        let numerator: Int
        let denominator: Int
        let value: String?
        let definition: String
    }

    private func page(_ statements: [Statement]) throws -> Page {
        let bytes = BilanJSON.render(try PhaseOne.bilan(of: statements))
        return try JSONDecoder().decode(Page.self, from: Data(bytes))
    }

    @Test func `each rate has its numerator, denominator, value and definition`() throws {
        let page = try page(PhaseOne.statementsWithSilentB5())
        let known = try #require(page.totals["with_last_known"])
        let definition = RateKind.showUp.frenchDefinition
        #expect(
            known.rates["show_up"]
                == Share(
                    numerator: 300,
                    denominator: 334,
                    value: "0.8982",
                    definition: definition
                )
        )
        #expect(known.rates["referral_acceptance"]?.value == nil)
        #expect(known.rates.count == RateKind.allCases.count)
        #expect(known.counts?["registered"] == 334)
        #expect(page.totals["fresh"]?.rates["unknown"]?.value == "0.2028")
        #expect(page.landlords.map(\.state).filter { $0 == "last_known" }.count == 1)
    }

    @Test func `of nobody there are no counts, not zeros`() throws {
        let page = try page([])
        #expect(page.totals["fresh"]?.counts == nil)
        #expect(page.totals["fresh"]?.landlords == 0)
        #expect(page.landlords.allSatisfy { $0.counts == nil && $0.state == "never_received" })
    }

    @Test func `the same statements in another order give the same bytes`() throws {
        let statements = try PhaseOne.statementsWithSilentB5()
        let bytes = BilanJSON.render(try PhaseOne.bilan(of: statements))
        #expect(BilanJSON.render(try PhaseOne.bilan(of: statements.reversed())) == bytes)
        #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(#"{"as_of":"2023-02-13","#))
    }
}
