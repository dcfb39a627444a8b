import Foundation
import Records
import Region
import Statistics
import Tenancy
import Testing

/// A landlord's bilan for its own use: every count as it is, and said to be for internal use.
struct OwnBilanTests {
    private let world: OneLandlord
    private let people: [RecordID]

    /// Three people: two women of Lille, one of them in a QPV, and a man of a commune that was merged.
    init() throws {
        world = try OneLandlord(on: "2026-02-10")
        let merged = try #require(
            CommuneMovements.all.lazy.map(\.before.code).first {
                Communes.successor(of: $0) != nil
            }
        )
        let area = try #require(PriorityNeighbourhoods.within(communeCode: "59350").first)
        people = [
            try world.person(0, [.title: "Mme", .communeCode: "59350", .qpvCode: area.code]),
            try world.person(1, [.title: "Mme", .communeCode: "59350", .qpvCode: "HORS"]),
            try world.person(2, [.title: "M.", .communeCode: merged, .qpvCode: "HORS"]),
        ]
        try world.meet(Array(people.prefix(2)), on: "2026-02-10")
        try world.go(to: "2026-03-20")
        try world.meet(Array(people.suffix(1)), on: "2026-03-20")
        var outcome = OutcomeDraft(people[0], .durable, on: try day("2026-03-20"))
        outcome.programme = OneLandlord.programme
        _ = try world.store.note(outcome)
    }

    private func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(isoText: text))
    }

    private func own(on text: String? = nil) throws -> OwnBilan {
        try world.store.ownBilan(
            programme: OneLandlord.programme,
            on: try text.map(day)
        )
    }

    private func table(_ axis: Axis, _ own: OwnBilan) throws -> [String: OwnPlace] {
        let table = try #require(own.tables.first { $0.axis == axis })
        return Dictionary(uniqueKeysWithValues: table.places.map { ($0.name, $0) })
    }

    @Test func `one person alone is shown, wherever they stand`() throws {
        let own = try own()
        #expect(own.bilan.withLastKnown.counts?[.participants] == 3)
        let communes = try table(.territory, own)
        #expect(communes["Lille (59350)"]?.persons == 2)
        #expect(communes.values.map(\.persons).sorted() == [1, 2])
        #expect(try table(.sex, own).mapValues(\.persons) == ["femmes": 2, "hommes": 1])
        let months = try table(.month, own)
        #expect(months.mapValues(\.persons) == ["2026-02": 2, "2026-03": 1])
        // Repérés, contactés, inscrits, présents, orientés, reçus, sortis.
        #expect(months["2026-02"]?.funnel == [0, 0, 0, 1, 0, 0, 1])
        #expect(months["2026-02"]?.outcomes == [1, 0, 0, 0, 0, 1])
        let areas = try table(.neighbourhood, own)
        #expect(areas["hors quartier prioritaire"]?.persons == 2)
        #expect(areas.count == 2)
        #expect(own.bilan.shares.first?.numerator == 1)
    }

    @Test func `a commune that was merged is shown under its code of today`() throws {
        let names = try table(.territory, own()).keys
        #expect(names.allSatisfy { name in !name.contains("à vérifier") })
    }

    @Test func `on a day that is past it counts what had happened by then`() throws {
        let own = try own(on: "2026-02-28")
        #expect(own.bilan.asOf.isoText == "2026-02-28")
        #expect(own.bilan.withLastKnown.counts?[.participants] == 2)
        #expect(own.bilan.withLastKnown.counts?[.outcomesDurable] == 0)
        #expect(try table(.month, own).mapValues(\.persons) == ["2026-02": 2])
        #expect(try table(.month, own)["2026-02"]?.outcomes == [0, 0, 0, 0, 0, 2])
        #expect(throws: TenancyError.self) { try self.own(on: "2026-03-21") }
    }

    @Test(arguments: BilanFormat.allCases)
    func `every form says that it is for internal use, is the same twice and names nobody`(
        _ format: BilanFormat
    ) throws {
        let bytes = try own().render(format)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("Usage interne\u{A0}:"))
        #expect(text.contains("Lille (59350)"))
        #expect(!text.contains("Prénom0") && !text.contains("Nom0"))
        #expect(try own().render(format) == bytes)
    }

    @Test func `the JSON form has every number under its place`() throws {
        let object = try JSONSerialization.jsonObject(with: Data(own().render(.json)))
        let json = try #require(object as? [String: Any])
        #expect(json["use"] as? String == "internal")
        let tables = try #require(json["tables"] as? [String: [[String: Any]]])
        let lille = try #require(
            tables["territory"]?.first { $0["place"] as? String == "59/200093201/59350" }
        )
        #expect(lille["persons"] as? Int == 2)
        #expect((lille["outcomes"] as? [String: Int])?["durable"] == 1)
    }

    @Test func `two programmes of the landlord stand side by side, for internal use`() throws {
        try world.store.declare(
            try Programme(
                code: "phase-2",
                name: "Phase 2",
                objective: nil,
                start: try #require(UTCDay(iso: "2026-03-01")),
                end: try #require(UTCDay(iso: "2027-12-31"))
            )
        )
        let second = try world.store.ownBilan(programme: "phase-2")
        let page = String(
            decoding: OwnBilan.comparison(try own(), second).render(.html),
            as: UTF8.self
        )
        #expect(page.contains("Usage interne"))
        #expect(page.contains("<td>3</td><td>0</td>"))
    }
}
