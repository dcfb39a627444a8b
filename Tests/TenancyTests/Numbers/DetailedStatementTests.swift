import Foundation
import GRDB
import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// What leaves for the hub with tables in it.
struct DetailedStatementTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops(1) }

    /// Makes a file of somebody invented and finds them for the programme.
    @discardableResult
    private func find(_ fields: [String: String], on day: String = "2026-02-09") throws -> RecordID
    {
        let id = try laptops.a.replica.write { transaction in
            let id = transaction.newID()
            try transaction.insert("tenant", id: id, fields.mapValues { .text($0) })
            return id
        }
        let day = try #require(CalendarDay(isoText: day))
        try laptops.a.identify(IdentificationDraft(id, Laptops.programme, on: day))
        return id
    }

    private func many(_ count: Int, _ fields: [String: String]) throws -> [RecordID] {
        try (0..<count).map { _ in try find(fields) }
    }

    private func statement(k: Int = Threshold.usual) throws -> DetailedStatement {
        try laptops.a.detailedStatement(programme: Laptops.programme, k: k)
    }

    private func blocks(_ code: String, _ statement: DetailedStatement) throws -> [String: [Int]] {
        let table = try statement.catalogue.table(code: code)
        let blocks = try #require(statement.tables[table]).blocks
        return Dictionary(uniqueKeysWithValues: blocks.map { ($0.text, $1.counts) })
    }

    private func total(_ code: String, _ statement: DetailedStatement) throws -> [Int] {
        let table = try statement.catalogue.table(code: code)
        return try #require(statement.tables[table]?.total).counts
    }

    /// Twelve women in Lille, thirteen young men in Roubaix, some whose commune nobody knows.
    private func threePlaces(unknown: Int) throws {
        _ = try many(
            12,
            ["title": "madame", "birth_date": "1990-06-01", "commune_code": "59350"]
        )
        _ = try many(
            13,
            [
                "title": "monsieur", "birth_date": "2000-01-02", "commune_code": "59512",
                "qpv_code": "QN05969M",
            ]
        )
        _ = try many(unknown, ["commune_code": "59999", "postal_code": "59100"])
    }

    @Test func `each person stands in the commune of the dwelling, or where to check it`() throws {
        try threePlaces(unknown: 11)
        #expect(
            try blocks("territory-persons", statement()) == [
                "59/200093201/59350": [12], "59/200093201/59512": [13], "59/to_check": [11],
            ]
        )
    }

    @Test func `too few to check are counted with the département, and nobody is dropped`() throws {
        try threePlaces(unknown: 10)
        #expect(try blocks("territory-persons", statement()) == ["59": [35]])
        #expect(
            try blocks("territory-persons", statement(k: 10))["59/200093201/59350"] == [12]
        )
    }

    @Test func `ages are of the first day, sex is of the title, the month of the first contact`()
        throws
    {
        try threePlaces(unknown: 11)
        let statement = try statement()
        #expect(
            try blocks("sex-persons", statement) == [
                "woman": [12], "man": [13], "not_stated": [11],
            ]
        )
        // A band in which nobody stands is hidden with the smallest beside it.
        #expect(
            try blocks("age-persons", statement) == ["under_30": [13], "30_54": [12], "": [11]]
        )
        #expect(try blocks("month-persons", statement) == ["2026/2026-Q1": [36]])
    }

    @Test func `a QPV of the list is inside; of an older list or of none, to be checked`() throws {
        _ = try many(12, ["commune_code": "59512", "qpv_code": "QN05969M"])
        _ = try many(12, ["commune_code": "59512", "qpv_code": "QP059001"])
        _ = try many(12, ["commune_code": "59350"])
        // No QPV lies there.
        _ = try many(12, ["commune_code": "02001"])
        #expect(
            try blocks("neighbourhood-persons", statement())
                == ["inside": [12], "outside": [12], "to_check": [24]]
        )
    }

    @Test func `a commune that was merged into another counts there`() throws {
        let movement = try #require(
            MergedCommune.all.first,
            "the region's list has merged communes"
        )
        _ = try many(12, ["commune_code": movement.old])
        let paths = try blocks("territory-persons", statement()).keys
        #expect(paths.map { $0.split(separator: "/").last.map(String.init) } == [movement.new])
    }

    @Test func `two files of one person count once, where the kept one says`() throws {
        let kept = try many(12, ["commune_code": "59350"])
        let merged = try many(12, ["commune_code": "59512"])
        for (kept, merged) in zip(kept, merged) { try laptops.a.merge(keep: kept, merge: merged) }
        let statement = try statement()
        #expect(statement.persons == 12)
        // Roubaix is a place where the landlord lets, with nobody in it: it is hidden with Lille.
        #expect(try blocks("territory-persons", statement) == ["59/200093201": [12]])
    }

    @Test func `themes are those of the catalogue; health is another`() throws {
        let people = try many(24, ["commune_code": "59350"])
        let partner = try laptops.a.addPartner(.association, "Entraide")
        for (index, person) in people.enumerated() {
            var draft = ReferralDraft(person, to: partner, on: try Laptops.day)
            draft.programme = Laptops.programme
            draft.theme =
                switch index {
                case 0..<12: "Mobilité"
                case 12..<18: "santé"
                default: "mobilite--financer-ma-mobilite"
                }
            _ = try laptops.a.refer(draft)
        }
        let statement = try statement()
        #expect(try total("territory-theme_mobility-1", statement) == [6, 18])
        #expect(try total("territory-theme_other-1", statement) == [18, 6])
        #expect(try total("territory-theme_housing-1", statement) == [24, 0])
        #expect(try total("territory-funnel-3", statement) == [0, 0, 0, 0, 24, 0, 0])
    }

    @Test func `opportunities of the programme's events are counted where they are`() throws {
        try find(["commune_code": "59350"])
        let event = try laptops.event()
        for commune in ["59350", "59350", nil] {
            var draft = OpportunityDraft("Agent d’entretien")
            draft.event = event
            draft.communeCode = commune
            _ = try laptops.a.add(draft)
        }
        _ = try laptops.a.add(OpportunityDraft("Sans action"))
        let volume = try #require(try statement().volumes[.opportunities])
        #expect(
            Dictionary(uniqueKeysWithValues: volume.blocks.map { ($0.text, $1.counts) })
                == ["59/200093201/59350": [2], "to_check": [1]]
        )
    }

    @Test func `somebody whose file is not here is counted as to be checked`() throws {
        let gone = try #require(RecordID(bytes: [UInt8](repeating: 7, count: 16)))
        _ = try many(11, ["commune_code": "59350"])
        try laptops.a.replica.write { transaction in
            try transaction.insert(
                "identification",
                id: transaction.newID(),
                ["tenant": .blob(gone.bytes), "programme": .text(Laptops.programme)]
            )
        }
        let statement = try statement()
        #expect(statement.persons == 12)
        #expect(statement.headline.counts[.identified] == 12)
        #expect(try blocks("territory-persons", statement) == ["": [12]])
    }

    @Test func `no policy goes below five`() throws {
        try find([:])
        #expect(throws: DetailedStatementFailure.threshold(4)) { try statement(k: 4) }
        #expect(try statement(k: 5).threshold == 5)
    }

    @Test func `an unknown programme is refused by name`() throws {
        let refusal = #expect(throws: TenancyError.self) {
            try laptops.a.detailedStatement(programme: "phase-9")
        }
        #expect(refusal?.code == .notFound)
    }

    @Test func `nothing personal is in the bytes, and it is in the store`() throws {
        let fields = try TenancySchema.make().collections.first { $0.name == "tenant" }
        let personal = try #require(fields).fields.filter {
            $0.type == .text && $0.name != "birth_date" && $0.name != "title"
        }.map(\.name)
        var values = Dictionary(uniqueKeysWithValues: personal.map { ($0, "canari-\($0)") })
        values["birth_date"] = "1987-06-05"
        let person = try find(values)
        let partner = try laptops.a.addPartner(.association, "canari-partner")
        var draft = ReferralDraft(person, to: partner, on: try Laptops.day)
        draft.programme = Laptops.programme
        draft.theme = "canari-theme"
        _ = try laptops.a.refer(draft)
        let bytes = try statement(k: 5).canonicalBytes
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("canari"))
        #expect(!text.contains("1987"))
        #expect(!text.contains(person.description))
        let row = try laptops.a.replica.read { try Row.fetchAll($0, sql: "SELECT * FROM tenant") }
        #expect("\(row)".contains("canari-last_name"))
    }
}
