import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// A Rallye: four stops, three teams with a tablet each, eighteen registered.
struct RallyScenarioTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops(3) }

    private func rally() throws -> (event: RecordID, people: [RecordID]) {
        let people = try laptops.people(18, on: laptops.a)
        let event = try laptops.event(
            .rallyeEmploi,
            stops: (1...4).map { .init(host: "Étape \($0)", team: "Équipe \(($0 - 1) % 3 + 1)") }
        )
        for person in people { try laptops.a.register(person, for: event) }
        try laptops.exchange()
        try laptops.go(to: 10)
        let stops = try laptops.a.stops(ofEvent: event)
        for (index, present) in [16, 16, 15, 14].enumerated() {
            for person in people.prefix(present) {
                var tick = Tick(person, at: event, AttendanceMark(.seen, .typed))
                tick.stop = stops[index].id
                try laptops.all[index % 3].checkIn(tick)
            }
        }
        return (event, people)
    }

    @Test func `61 passages are 16 participants, and 16 of 18 came`() throws {
        let (event, _) = try rally()
        try laptops.exchange()
        try laptops.b.close(event)
        try laptops.exchange()
        let counts = try laptops.counts(.programme("phase-1"))
        #expect(counts[.rallyStopPassages] == 61)
        #expect(counts[.participants] == 16)
        #expect(counts[.registered] == 18)
        #expect(counts[.registeredPresent] == 16)
        #expect(counts[.noShow] == 2)
        let rate = try RateKind.showUp.rate(of: counts)
        #expect(rate?.parts(per: .thousand) == 889)
    }

    @Test func `offers that teams count apart add up to 23`() throws {
        let (event, _) = try rally()
        let stops = try laptops.a.stops(ofEvent: event)
        try laptops.a.addOffers(9, atStop: stops[0].id)
        try laptops.b.addOffers(5, atStop: stops[0].id)
        try laptops.b.addOffers(4, atStop: stops[1].id)
        try laptops.c.addOffers(6, atStop: stops[3].id)
        try laptops.c.addOffers(-1, atStop: stops[3].id)
        try laptops.exchange()
        #expect(try laptops.counts(.event(event))[.rallyOffersBroughtBack] == 23)
        #expect(try laptops.c.stops(ofEvent: event).map(\.offers) == [14, 4, 0, 5])
    }

    @Test func `11 people put in touch, 6 interviews, whoever noted them`() throws {
        let (event, people) = try rally()
        var draft = OpportunityDraft("Agent d’entretien")
        draft.event = event
        let opportunity = try laptops.a.add(draft)
        try laptops.exchange()
        for person in people.prefix(11) { try laptops.a.match(person, with: opportunity) }
        for person in people.prefix(6) {
            let day = try Laptops.day
            try laptops.b.match(person, with: opportunity, .interviewed, interviewOn: day)
        }
        try laptops.exchange()
        try laptops.c.match(people[0], with: opportunity, .hired)
        try laptops.exchange()
        let counts = try laptops.counts(.programme("phase-1"))
        #expect(counts[.rallyMatches] == 11)
        #expect(counts[.rallyInterviews] == 6)
    }

    @Test func `a person who left before the last stop is present all the same`() throws {
        let (event, people) = try rally()
        let stop = try laptops.a.stops(ofEvent: event)[3].id
        var tick = Tick(people[15], at: event, AttendanceMark(.noshow, .signed))
        tick.stop = stop
        try laptops.a.checkIn(tick)
        try laptops.exchange()
        let line = try #require(
            try laptops.b.attendanceList(ofEvent: event).first { $0.tenant == people[15] }
        )
        #expect(line.status == .seen)
    }

    @Test func `only a Rallye has stops, and only its own`() throws {
        #expect(throws: TenancyError.self) {
            try laptops.event(.atelier, stops: [.init(host: "Étape")])
        }
        let (event, people) = try rally()
        var tick = Tick(people[0], at: event, AttendanceMark(.seen, .typed))
        tick.stop = event
        let refusal = #expect(throws: TenancyError.self) { try laptops.a.checkIn(tick) }
        #expect(refusal?.code == .notFound)
    }
}
