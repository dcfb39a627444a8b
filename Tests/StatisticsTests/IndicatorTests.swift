import Statistics
import Testing

struct IndicatorTests {
    @Test func `every indicator and rate has its own code, label, name and definition`() {
        let indicators = Indicator.allCases
        #expect(Set(indicators.map(\.code)).count == indicators.count)
        #expect(Set(indicators.map(\.frenchLabel)).count == indicators.count)
        #expect(Set(indicators.map(\.englishName)).count == indicators.count)
        #expect(Set(indicators.map(\.frenchDefinition)).count == indicators.count)
        #expect(Set(RateKind.allCases.map(\.code)).count == RateKind.allCases.count)
        #expect(Set(RateKind.allCases.map(\.frenchDefinition)).count == RateKind.allCases.count)
    }

    @Test func `codes are stable`() {
        #expect(
            Indicator.allCases.map(\.code) == [
                "identified", "contacted", "registered", "registered_present", "participants",
                "walk_ins", "to_clarify", "appointments_seen", "excused", "revoked", "no_show",
                "unknown_to_institutions", "institutions_not_stated", "reconnected", "referrals",
                "referrals_accepted", "outcomes_durable", "outcomes_transition",
                "outcomes_positive", "outcomes_other", "in_support", "without_news",
                "rally_stop_passages", "rally_offers_brought_back", "rally_matches",
                "rally_interviews",
            ]
        )
    }

    @Test func `a code is read back, and no other text is`() {
        for indicator in Indicator.allCases {
            #expect(Indicator(code: indicator.code) == indicator)
        }
        #expect(Indicator(code: "Registered") == nil)
    }

    @Test func `no ordinary space stands before French punctuation`() {
        let texts =
            Indicator.allCases.flatMap { [$0.frenchLabel, $0.frenchDefinition] }
            + RateKind.allCases.flatMap { [$0.frenchLabel, $0.frenchDefinition] }
        for text in texts {
            for mark in [" :", " ;", " ?", " !", " %", " »", "« "] {
                #expect(!text.contains(mark), "\(text)")
            }
        }
    }
}
