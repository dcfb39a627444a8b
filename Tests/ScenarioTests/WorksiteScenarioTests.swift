import Foundation
import Hub
import Records
import Statistics
import Tenancy
import Testing

/// Scenario 12: a worksite of the NPNRU in three months.
struct WorksiteScenarioTests {
    private static let today = "2026-02-10"

    private let world: OneLandlord
    private let worksite: RecordID
    private let offer: RecordID
    private let people: [RecordID]

    init() throws {
        let world = try OneLandlord(on: Self.today)
        self.world = world
        var draft = WorksiteDraft(
            "Réhabilitation d’une résidence",
            .npnru,
            programme: OneLandlord.programme,
            start: try #require(CalendarDay(isoText: "2026-05-10")),
            totalHours: 42_000,
            clausePermille: 50
        )
        draft.communeCode = "59350"
        draft.romeCodes = ["F1704", "F1703", "F1606"]
        draft.forecastHours = 120
        worksite = try world.store.add(draft)
        var opportunity = OpportunityDraft("Maçonnerie")
        opportunity.worksite = worksite
        opportunity.kind = .clause
        opportunity.romeCode = "F1703"
        opportunity.positions = 15
        offer = try world.store.add(opportunity)
        // Twelve in the EPCI of the worksite (Lille, Roubaix), five in Amiens.
        let communes =
            Array(repeating: "59350", count: 7) + Array(repeating: "59512", count: 5)
            + Array(repeating: "80021", count: 6)
        people = try communes.enumerated().map { try world.person($0, [.communeCode: $1]) }
    }

    private var day: CalendarDay {
        get throws { try #require(CalendarDay(isoText: Self.today)) }
    }

    private func agree(_ people: some Sequence<RecordID>) throws {
        for person in people {
            try world.store.volunteer(
                person,
                forWorksite: worksite,
                agreed: .signature,
                on: try day
            )
        }
    }

    private func match(_ people: some Sequence<RecordID>, _ status: MatchStatus) throws {
        for person in people { try world.store.match(person, with: offer, status) }
    }

    private func state() throws -> WorksiteState {
        try #require(try world.store.worksiteStates(programme: OneLandlord.programme).first)
    }

    /// Seventeen agreed, twelve were proposed, of whom seven positioned and three taken; 640 hours.
    private func lived() throws {
        try agree(people.prefix(17))
        try match(people.prefix(12), .proposed)
        try match(people.prefix(7), .positioned)
        try match(people.prefix(3), .hired)
        try world.store.addHours(400, toWorksite: worksite)
        try world.store.addHours(240, toWorksite: worksite)
    }

    @Test func `12: the worksite stands as the scenario says`() throws {
        try lived()
        let state = try state()
        #expect(state.worksite.totalHours == 42_000)
        #expect(state.worksite.clauseHours == 2_100)
        #expect(state.worksite.doneHours == 640)
        #expect(state.worksite.romeCodes.sorted() == ["F1606", "F1703", "F1704"])
        #expect(state.monthsToStart == 3)
        #expect(state.volunteers == 17)
        #expect(state.volunteersNearby == 12)
        #expect(state.proposed == 12)
        #expect(state.positioned == 7)
        #expect(state.hired == 3)
    }

    @Test func `12: the alert stands while the volunteers may do less than the clause asks`()
        throws
    {
        try lived()
        #expect(try state().forecastHours == 2_040)
        #expect(try state().isShort)
        try agree(people)
        #expect(try state().forecastHours == 2_160)
        #expect(try !state().isShort)
        try world.store.withdraw(people[17], fromWorksite: worksite, on: try day)
        #expect(try state().isShort)
    }

    @Test func `12: nobody is proposed who did not agree, or does not any more`() throws {
        let refusal = #expect(throws: TenancyError.self) { try match(people.prefix(1), .proposed) }
        #expect(refusal?.code == .refused)
        try agree(people.prefix(2))
        try match(people.prefix(1), .proposed)
        try world.store.withdraw(people[1], fromWorksite: worksite, on: try day)
        #expect(throws: TenancyError.self) { try match([people[1]], .proposed) }
        #expect(try state().proposed == 1)
    }

    @Test func `12: whoever is refused after having been positioned was positioned`() throws {
        try agree(people.prefix(2))
        try match(people.prefix(2), .positioned)
        try match(people.prefix(1), .refused)
        try match(people.dropFirst().prefix(1), .dropped)
        #expect(try state().positioned == 2)
        #expect(try state().hired == 0)
    }

    @Test func `12: 640 of 2,100 hours are 30,5 % in the bilan's JSON and on its page`() throws {
        try lived()
        try world.meet(Array(people.prefix(17)), on: Self.today)
        let statement = try world.store.detailedStatement(programme: OneLandlord.programme)
        let lille = try NodePath(["59", "200093201", "59350"])
        #expect(statement.volumes[.positions]?.blocks.mapValues(\.counts) == [lille: [15]])
        #expect(statement.volumes[.opportunities]?.blocks.mapValues(\.counts) == [lille: [1]])
        #expect(statement.volumes[.insertionHours]?.blocks.mapValues(\.counts) == [lille: [640]])
        try world.send(on: Self.today)
        let bilan = try world.bilan(on: Self.today)
        let share = try #require(bilan.shares.first { $0.kind == .insertionHours })
        #expect(share.numerator == 640 && share.denominator == 2_100)

        let json = String(decoding: BilanFormat.json.render(bilan), as: UTF8.self)
        #expect(json.contains(#""denominator":2100,"label":"Heures d'insertion réalisées"#))
        #expect(json.contains(#""numerator":640,"value":"0.3048""#))
        let page = String(decoding: BilanFormat.html.render(bilan), as: UTF8.self)
        #expect(page.contains("<p class=\"big\">30,5\u{202F}%</p>"))
        #expect(page.contains("<p class=\"fraction\">640\u{A0}/\u{A0}2\u{202F}100</p>"))
        let sheet = String(decoding: BilanFormat.fods.render(bilan), as: UTF8.self)
        #expect(sheet.contains("office:value=\"0.3048\""))
        let csv = String(decoding: BilanFormat.csv.render(bilan), as: UTF8.self)
        #expect(csv.contains("(en %);30,5;640;2100;"))
        #expect(try Bilan(json: BilanFormat.json.render(bilan)).shares == bilan.shares)
    }

    @Test func `numbers and codes that cannot be are refused, and nothing is written`() throws {
        func refused(_ change: (inout WorksiteDraft) -> Void, hours: Int = 100) throws {
            var draft = WorksiteDraft(
                "Chantier",
                .other,
                programme: OneLandlord.programme,
                start: try day,
                totalHours: hours,
                clausePermille: 50
            )
            change(&draft)
            #expect(throws: TenancyError.self) { try world.store.add(draft) }
        }
        try refused({ $0.romeCodes = ["F9999"] })
        try refused({ $0.communeCode = "99999" })
        try refused({ $0.forecastHours = 0 })
        try refused({ _ in }, hours: -1)
        for hours in [0, 100_001, -1] {
            #expect(throws: TenancyError.self) {
                try world.store.addHours(hours, toWorksite: worksite)
            }
        }
        #expect(try world.store.worksites().count == 1)
        #expect(try state().worksite.doneHours == 0)
    }
}
