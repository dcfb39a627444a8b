import Foundation
import InventedPeople
import Statistics
import Testing

/// What stands beside each landlord's name in a bilan, and what cannot be worked out from it.
struct LandlordTableTests {
    private func figures(
        _ code: String,
        of statements: [Statement],
        threshold: Int
    ) throws -> LandlordFigures {
        let bilan = try PhaseOne.bilan(of: statements, threshold: threshold)
        let line = try #require(bilan.lines.first { $0.landlord.code == code })
        return try #require(line.figures)
    }

    @Test func `scenario 10 hides B5's four unknown, and B3's five with them`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statements(), threshold: 5)
        let unknown = bilan.lines.map { $0.figures?[.unknownToInstitutions] }
        #expect(unknown == [9, 10, nil, 12, nil, 8, 7, 6])
        #expect(unknown.compactMap(\.self).reduce(0, +) == 52)
        #expect(bilan.withLastKnown.counts?[.unknownToInstitutions] == 61)
        #expect(bilan.lines[2].figures?.rate(.unknown) == nil)
        #expect(bilan.lines[1].figures?.rate(.unknown)?.fractionText == "10\u{A0}/\u{A0}47")
    }

    @Test(arguments: BilanFormat.allCases)
    func `no form of scenario 10 tells B5's share, nor its complement`(
        format: BilanFormat
    ) throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statements(), threshold: 5)
        let text = String(decoding: format.render(bilan), as: UTF8.self)
        for rate in try [
            Rate(.unknown, numerator: 4, denominator: 25),
            Rate(.unknown, numerator: 5, denominator: 31),
        ] {
            #expect(!text.contains(rate.fractionText) && !text.contains(rate.percentText))
            #expect(!text.contains(try #require(rate.decimalText)))
        }
        #expect(text.contains("61") && text.contains("306"))
    }

    @Test func `who did not come is hidden as who came would be`() throws {
        // 32 registered and 29 who came leave 3.
        let few = try figures("B8", of: PhaseOne.statements(), threshold: 5)
        #expect(few[.participants] == 29 && few.rate(.showUp) == nil)
        #expect(few[.registered] == nil && few[.registeredPresent] == nil)
        let many = try figures("B4", of: PhaseOne.statements(), threshold: 5)
        #expect(many[.registeredPresent] == 55 && many.rate(.showUp) != nil)
    }

    @Test
    func `where one is shown, all of its half of the row is, and the sum of the rest is safe`()
        throws
    {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statements(), threshold: 5)
        let rows = bilan.lines.compactMap { line in
            line.figures.map { figures in LandlordFigures.indicators.map { figures[$0] != nil } }
        }
        #expect(rows.count == 8 && rows.allSatisfy { $0[0] == $0[1] && $0[2] == $0[3] })
        // B3, B4 and B7 have five persons or more in every part; B3 is kept back already.
        let lists = bilan.lines.filter { $0.figures?[.registered] != nil }.map(\.landlord.code)
        #expect(lists == ["B2", "B4", "B7"])
    }

    @Test func `with the usual threshold a first phase has one landlord's unknown`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statements(), threshold: 11)
        let unknown = bilan.lines.map { $0.figures?[.unknownToInstitutions] }
        #expect(unknown == [nil, nil, nil, 12, nil, nil, nil, nil])
        #expect(bilan.lines.allSatisfy { $0.figures?[.registered] == nil })
        #expect(bilan.withLastKnown.rate(.unknown)?.percentText == "19,9\u{202F}%")
    }

    @Test func `fresh and late landlords are each protected among their own`() throws {
        let late = try PhaseOne.numbers.enumerated().map { index, entry in
            try PhaseOne.statement(
                entry.code,
                entry.1,
                cutoff: PhaseOne.day - (index % 2 == 0 ? 0 : 3)
            )
        }
        let bilan = try PhaseOne.bilan(of: late, threshold: 5)
        for group in [bilan.lines.filter(\.isFresh), bilan.lines.filter { !$0.isFresh }] {
            for indicator in LandlordFigures.indicators {
                #expect(group.count { $0.figures?[indicator] == nil } != 1, "\(indicator)")
            }
        }
    }

    @Test func `a bilan that leaves the union has no sum beside the late landlord's`() throws {
        let bilan = try PhaseOne.bilan(of: PhaseOne.statementsWithSilentB5())
        let outside = bilan.forPublication
        #expect(bilan.fresh.counts?[.unknownToInstitutions] == 57)
        #expect(outside.fresh.counts == nil && outside.fresh.rates.isEmpty)
        #expect(outside.fresh.landlords == 7)
        #expect(outside.withLastKnown == bilan.withLastKnown)
        #expect(outside.withheldText != nil && bilan.withheldText == nil)
        #expect(try Bilan(json: BilanFormat.json.render(outside)) == outside)
        let whole = try PhaseOne.bilan(of: PhaseOne.statements())
        #expect(whole.forPublication == whole)
    }
}
