import Foundation
import InventedPeople
import Statistics
import Testing

struct DetailedStatementTests {
    private func landlord(_ persons: Int = 500, seed: UInt64 = 5) throws -> InventedLandlord {
        var random = SeededGenerator(seed: seed)
        let stock = InventedStock(territories: try InventedStock.communes(epcis: 3, each: 4))
        var landlord = InventedLandlord(code: "B1", stock: stock)
        try landlord.welcome(persons, &random)
        return landlord
    }

    private func failure(_ bytes: [UInt8]) -> DetailedStatementFailure? {
        do throws(DetailedStatementFailure) {
            _ = try DetailedStatement(bytes: bytes)
            return nil
        } catch {
            return error
        }
    }

    private func failure(replacing old: String, by new: String) throws -> DetailedStatementFailure?
    {
        let valid = String(decoding: try landlord(9).statement().canonicalBytes, as: UTF8.self)
        let range = try #require(valid.range(of: old), "nothing to replace")
        return failure(Array(valid.replacingCharacters(in: range, with: new).utf8))
    }

    @Test(arguments: [0, 9, 500])
    func `a statement comes back as it went, and in the same bytes`(persons: Int) throws {
        let statement = try landlord(persons).statement()
        let back = try DetailedStatement(bytes: statement.canonicalBytes)
        #expect(back == statement)
        #expect(back.canonicalBytes == statement.canonicalBytes)
        #expect(back.persons == persons)
    }

    @Test func `what is wrong is refused by name`() throws {
        let table = "territory-persons"
        #expect(failure(Array("{}".utf8)) == .notCanonical)
        #expect(failure([0x7B]) == .notJSON(.unexpectedEnd))
        #expect(
            failure([UInt8](repeating: 0x20, count: DetailedStatement.largestSize + 1))
                == .tooLarge(bytes: DetailedStatement.largestSize + 1)
        )
        let changes: [(String, String, DetailedStatementFailure)] = [
            (#""catalogue":1"#, #""catalogue":2"#, .catalogue(.unknownVersion(2))),
            (#""schema":2"#, #""schema":3"#, .unknownSchema(3)),
            (#""threshold":11"#, #""threshold":4"#, .threshold(4)),
            (
                #""territory-persons":{"":[9]}"#, #""territory-persons":{"":[-9]}"#,
                .badCounts(table)
            ),
            (
                #""territory-persons":{"":[9]}"#, #""territory-persons":{"":[9,0]}"#,
                .badCounts(table)
            ),
            (
                #""territory-persons":{"":[9]}"#, #""territory-persons":{"":["9"]}"#,
                .badCounts(table)
            ),
            (
                #""territory-persons":{"":[9]}"#, #""territory-persons":{"59":[9]}"#,
                .smallBlock(table)
            ),
            (
                #""territory-persons":{"":[9]}"#, #""territory-persons":{"é":[9]}"#,
                .name(.badCode(.nodeCode))
            ),
            (
                #""sex-persons":{"":[9]}"#, #""sex-persons":{"":[10]}"#,
                .tablesDisagree("sex-persons")
            ),
            (#""sex-persons":{"#, #""sex-people":{"#, .catalogue(.unknownTable)),
            (#""sex-persons":{"":[9]},"#, "", .missingTable("sex-persons")),
            (#""padding":"0"#, #""padding":""#, .notCanonical),
            (#""schema":2"#, #""schema":2,"zebra":1"#, .notCanonical),
        ]
        for (old, new, expected) in changes {
            #expect(try failure(replacing: old, by: new) == expected, "\(old) → \(new)")
        }
    }

    @Test func `a place that does not exist is refused by name`() throws {
        let statement = try landlord().statement()
        let stock = try landlord().stock
        let lists = Nomenclature(leaves: try stock.places)
        try statement.check(lists)
        var leaves = try stock.places
        leaves[.neighbourhood] = [try NodePath(["outside"]), try NodePath(["to_check"])]
        #expect(throws: DetailedStatementFailure.catalogue(.unknownNode(.neighbourhood))) {
            try statement.check(Nomenclature(leaves: leaves))
        }
    }

    @Test func `months are places by the calendar`() throws {
        let lists = Nomenclature(leaves: [:])
        let good = [["2026"], ["2026", "2026-Q1"], ["2026", "2026-Q4", "2026-12"]]
        let bad = [
            ["26"], ["2026", "2026-Q5"], ["2026", "2025-Q1"], ["2026", "2026-Q1", "2026-04"],
            ["2026", "2026-Q1", "2026-00"],
        ]
        for codes in good { #expect(lists.admits(try NodePath(codes), on: .month)) }
        for codes in bad { #expect(!lists.admits(try NodePath(codes), on: .month)) }
    }

    @Test func `somebody with no place or no answer is not counted silently`() throws {
        let tenant = try landlord(1).tenants[0]
        #expect(throws: CatalogueFailure.unplaced(.sex)) {
            try Traits(places: tenant.places.filter { $0.key != .sex }, answers: tenant.answers)
        }
        #expect(throws: CatalogueFailure.unanswered(variable: "funnel")) {
            try Traits(places: tenant.places, answers: tenant.answers.filter { $0.key != "funnel" })
        }
        #expect(throws: CatalogueFailure.unknownCategory(variable: "funnel")) {
            try Traits(
                places: tenant.places,
                answers: tenant.answers.merging(["funnel": "lost"]) { $1 }
            )
        }
        #expect(throws: CatalogueFailure.unknownVariable) {
            try Traits(
                places: tenant.places,
                answers: tenant.answers.merging(["shoe": "42"]) { $1 }
            )
        }
    }

    @Test func `the length of a statement does not follow each person`() throws {
        var lengths: Set<Int> = []
        for persons in 500..<520 {
            lengths.insert(try landlord(persons).statement().canonicalBytes.count)
        }
        #expect(lengths.count <= 2)
        #expect(lengths.allSatisfy { $0 % 4_096 == 0 })
    }
}
