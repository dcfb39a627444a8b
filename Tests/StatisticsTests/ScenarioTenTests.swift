import Foundation
import Statistics
import Testing

/// Scenario 10: the funder asks for the bilan of phase 1 on 13 February.
struct ScenarioTenTests {
    /// What became of each landlord's participants; who is in support is the rest of them.
    private struct Following {
        let reconnected: Int
        let referrals: Int
        let accepted: Int
        let durable: Int
        let transition: Int
        let positive: Int
        let withoutNews: Int

        init(
            _ reconnected: Int,
            _ referrals: Int,
            _ accepted: Int,
            _ durable: Int,
            _ transition: Int,
            _ positive: Int,
            _ withoutNews: Int
        ) {
            (self.reconnected, self.referrals, self.accepted) = (reconnected, referrals, accepted)
            (self.durable, self.transition, self.positive) = (durable, transition, positive)
            self.withoutNews = withoutNews
        }
    }

    private static let following = [
        Following(7, 26, 19, 3, 4, 5, 9),
        Following(8, 28, 20, 3, 4, 5, 9),
        Following(4, 18, 13, 2, 3, 3, 6),
        Following(9, 33, 24, 4, 5, 6, 11),
        Following(3, 15, 11, 2, 2, 3, 5),
        Following(6, 24, 17, 3, 4, 5, 8),
        Following(5, 21, 15, 2, 3, 4, 7),
        Following(5, 17, 12, 2, 2, 3, 6),
    ]

    private static func bilan(threshold: Int = 5) throws -> Bilan {
        let statements = try zip(PhaseOne.numbers, following).map { entry, following in
            var counts = try PhaseOne.counts(entry.1)
            try counts.set(.reconnected, to: following.reconnected)
            try counts.set(.referrals, to: following.referrals)
            try counts.set(.referralsAccepted, to: following.accepted)
            try counts.set(.outcomesDurable, to: following.durable)
            try counts.set(.outcomesTransition, to: following.transition)
            try counts.set(.outcomesPositive, to: following.positive)
            try counts.set(.withoutNews, to: following.withoutNews)
            let gone =
                following.durable + following.transition + following.positive
                + following.withoutNews
            try counts.set(.inSupport, to: entry.1.present - gone)
            return try Statement(
                landlord: PhaseOne.landlord(entry.code),
                programme: "phase-1",
                cutoff: PhaseOne.date(PhaseOne.day),
                version: 1,
                counts: counts
            )
        }
        return try PhaseOne.bilan(of: statements, threshold: threshold)
    }

    @Test func `the figures of the region are exactly those of the scenario`() throws {
        let bilan = try Self.bilan()
        let counts = try #require(bilan.withLastKnown.counts)
        func figures(_ indicators: [Indicator]) -> [Int] { indicators.map { counts[$0] } }
        #expect(bilan.lines.count == 8)
        #expect(figures([.registered, .participants]) == [340, 306])
        #expect(figures([.unknownToInstitutions, .reconnected]) == [61, 47])
        #expect(figures([.referrals, .referralsAccepted]) == [182, 131])
        let outcomes: [Indicator] = [.outcomesDurable, .outcomesTransition, .outcomesPositive]
        #expect(figures(outcomes) == [21, 27, 34])
        #expect(try counts.sum(of: outcomes) == 82)
        #expect(figures([.inSupport, .withoutNews]) == [163, 61])
        #expect(try counts.sum(of: outcomes + [.inSupport, .withoutNews]) == 306)
        let rates: [RateKind] = [
            .objective, .showUp, .reconnection, .referralAcceptance, .dynamicOutcomes,
        ]
        #expect(
            rates.map { bilan.withLastKnown.rate($0)?.percentText } == [
                "76,5\u{202F}%", "90,0\u{202F}%", "77,0\u{202F}%", "72,0\u{202F}%",
                "26,8\u{202F}%",
            ]
        )
    }

    @Test(arguments: [BilanFormat.html, .text, .csv])
    func `the page and the table say them with their numbers`(format: BilanFormat) throws {
        let text = String(decoding: format.render(try Self.bilan()), as: UTF8.self)
        let fractions = [(306, 400), (306, 340), (47, 61), (131, 182), (82, 306)]
        for (numerator, denominator) in fractions {
            let told =
                format == .csv
                ? ";\(numerator);\(denominator);" : "\(numerator)\u{A0}/\u{A0}\(denominator)"
            #expect(text.contains(told), "\(numerator)/\(denominator)")
        }
    }

    @Test func `the JSON says them with numerator, denominator and definition`() throws {
        let text = String(
            decoding: BilanFormat.json.render(try Self.bilan()),
            as: UTF8.self
        )
        for (numerator, denominator) in [(306, 400), (306, 340), (47, 61), (131, 182), (82, 306)] {
            #expect(text.contains(#""denominator":\#(denominator),"numerator":\#(numerator)"#))
        }
    }

    @Test(arguments: BilanFormat.allCases)
    func `run again it is the same, byte for byte`(format: BilanFormat) throws {
        #expect(try format.render(Self.bilan()) == format.render(Self.bilan()))
    }
}
