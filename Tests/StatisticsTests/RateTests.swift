import Foundation
import Statistics
import Testing

struct RateTests {
    @Test func `every share of up to 400 persons is rounded half up, exactly`() throws {
        for denominator in 1...400 {
            for numerator in 0...denominator {
                let rate = try Rate(.showUp, numerator: numerator, denominator: denominator)
                // Another road to the same digit: long division, then a look at the remainder.
                let (floor, remainder) = (numerator * 1000).quotientAndRemainder(
                    dividingBy: denominator
                )
                let expected = remainder >= denominator - remainder ? floor + 1 : floor
                #expect(rate.parts(per: .thousand) == expected, "\(numerator)/\(denominator)")
            }
        }
    }

    @Test func `the text agrees with the decimal arithmetic of Foundation`() throws {
        let style = Decimal.FormatStyle(locale: Locale(identifier: "en_US_POSIX"))
            .precision(.fractionLength(4)).rounded(rule: .toNearestOrAwayFromZero)
            .grouping(.never)
        for denominator in stride(from: 1, through: 400, by: 7) {
            for numerator in 0...denominator {
                let rate = try Rate(.unknown, numerator: numerator, denominator: denominator)
                let expected = (Decimal(numerator) / Decimal(denominator)).formatted(style)
                #expect(rate.decimalText == expected)
            }
        }
    }

    @Test(
        arguments: [
            (1, 2000, "0,1"), (1, 2001, "0,0"), (300, 334, "89,8"), (281, 312, "90,1"),
            (60, 300, "20,0"), (57, 281, "20,3"), (61, 306, "19,9"), (306, 340, "90,0"),
            (21, 24, "87,5"), (5, 24, "20,8"), (47, 61, "77,0"), (131, 182, "72,0"),
            (82, 306, "26,8"), (16, 18, "88,9"), (1999, 2000, "100,0"),
        ])
    func `known shares`(numerator: Int, denominator: Int, percent: String) throws {
        let rate = try Rate(.showUp, numerator: numerator, denominator: denominator)
        #expect(rate.percentText == percent + "\u{202F}%")
        #expect(rate.percentNumber == percent)
    }

    @Test func `a rate shows its numerator and its denominator`() throws {
        let rate = try Rate(.showUp, numerator: 300, denominator: 334)
        #expect(rate.text == "89,8\u{202F}%\u{A0}(300\u{A0}/\u{A0}334)")
        #expect(rate.decimalText == "0.8982")
        #expect(rate.definition.hasPrefix("Numérateur\u{A0}: inscrits présents"))
    }

    @Test func `a share of nothing is without object`() throws {
        let rate = try Rate(.showUp, numerator: 0, denominator: 0)
        #expect(rate.parts(per: .thousand) == nil)
        #expect(rate.decimalText == nil)
        #expect(rate.text == "sans objet\u{A0}(0\u{A0}/\u{A0}0)")
    }

    @Test func `only an objective may be surpassed`() throws {
        let surpassed = try Rate(.objective, numerator: 410, denominator: 400)
        #expect(surpassed.percentText == "102,5\u{202F}%")
        for kind in RateKind.allCases where kind != .objective {
            #expect(throws: RateFailure.numeratorExceedsDenominator(kind, 2, 1)) {
                try Rate(kind, numerator: 2, denominator: 1)
            }
        }
    }

    @Test func `negative and enormous parts are refused by name`() {
        #expect(throws: RateFailure.negative(.unknown, -1)) {
            try Rate(.unknown, numerator: -1, denominator: 3)
        }
        #expect(throws: RateFailure.negative(.objective, -3)) {
            try Rate(.objective, numerator: 1, denominator: -3)
        }
        #expect(throws: RateFailure.tooLarge(.unknown, Int.max)) {
            try Rate(.unknown, numerator: 1, denominator: .max)
        }
    }

    @Test func `the largest parts do not overflow`() throws {
        let rate = try Rate(
            .showUp,
            numerator: Rate.largestPart - 1,
            denominator: Rate.largestPart
        )
        #expect(rate.decimalText == "1.0000")
    }

    @Test func `the excused stay in one denominator and make another rate`() throws {
        let counts = try Counts([
            .registered: 24, .registeredPresent: 21, .participants: 24, .walkIns: 3,
            .appointmentsSeen: 21, .excused: 1, .noShow: 2, .unknownToInstitutions: 5,
        ])
        let texts = try RateKind.rates(of: counts).map {
            "\($0.kind.code) \($0.decimalText ?? "-")"
        }
        #expect(
            texts == [
                "show_up 0.8750", "unknown 0.2083", "unknown_among_answered 0.2083",
                "no_show_rate 0.0833", "reconnection 0.0000", "dynamic_outcomes 0.0000",
                "referral_acceptance -",
            ]
        )
    }

    @Test func `those who did not answer leave the second unknown rate only`() throws {
        let counts = try Counts([
            .participants: 24, .unknownToInstitutions: 5, .institutionsNotStated: 4,
        ])
        #expect(try RateKind.unknown.rate(of: counts)?.denominator == 24)
        #expect(try RateKind.unknownAmongAnswered.rate(of: counts)?.denominator == 20)
    }

    @Test func `an objective without a number makes no rate`() throws {
        let counts = try Counts([.participants: 306])
        #expect(try RateKind.objective.rate(of: counts) == nil)
        #expect(
            try RateKind.objective.rate(of: counts, objective: 400)?.percentText
                == "76,5\u{202F}%"
        )
    }
}
