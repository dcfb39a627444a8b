import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// Situations, orientations, outcomes, and the figures that they make.
struct FollowUpTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }
    private var day: CalendarDay { get throws { try Laptops.day } }

    /// People who came, so that they are participants.
    private func participants(_ count: Int) throws -> [RecordID] {
        let people = try laptops.people(count, on: laptops.a)
        let event = try laptops.event()
        try laptops.go(to: 10)
        for person in people { try laptops.tick(laptops.a, person, event, walkIn: true) }
        return people
    }

    private func counts() throws -> Counts {
        try laptops.a.indicators(.programme(Laptops.programme)).counts
    }

    @Test func `an answer and its institutions must fit`() throws {
        #expect(try KnownTo(.yes, [.ft]) == .institutions([.ft]))
        #expect(throws: TenancyError.self) { try KnownTo(.none, [.ft]) }
        #expect(throws: TenancyError.self) { try KnownTo(.notStated, [.caf]) }
        #expect(throws: TenancyError.self) { try KnownTo(.yes, []) }
    }

    @Test func `the latest day counts, and once more on a day is said anew`() throws {
        let person = try participants(1)[0]
        #expect(try counts()[.institutionsNotStated] == 1)
        try laptops.a.noteSituation(of: person, on: try day, .none)
        try laptops.a.noteSituation(of: person, on: try #require(Laptops.eve), .institutions([.ml]))
        #expect(try counts()[.unknownToInstitutions] == 1)
        try laptops.a.noteSituation(of: person, on: try day, .institutions([.ml]))
        #expect(try counts()[.unknownToInstitutions] == 0)
        #expect(try counts()[.institutionsNotStated] == 0)
    }

    @Test func `two laptops that noted opposite answers have stated nothing yet`() throws {
        let person = try participants(1)[0]
        try laptops.exchange()
        try laptops.a.noteSituation(of: person, on: try day, .none)
        try laptops.b.noteSituation(of: person, on: try day, .institutions([.ft]))
        try laptops.exchange()
        #expect(try laptops.counts(.landlord)[.institutionsNotStated] == 1)
        let line = try #require(try laptops.a.inboxLines().first)
        try laptops.a.resolve(line, .value("oui"), why: "elle a montré sa carte")
        try laptops.exchange()
        #expect(try laptops.counts(.landlord)[.institutionsNotStated] == 0)
        #expect(try laptops.counts(.landlord)[.unknownToInstitutions] == 0)
    }

    @Test func `a link restored stays one when the new answer says so`() throws {
        let people = try participants(3)
        for person in people {
            try laptops.a.noteSituation(of: person, on: try #require(Laptops.eve), .none)
        }
        let agency = try laptops.a.addPartner(.institution(.ft), "Agence du centre")
        let other = try laptops.a.addPartner(.association, "Entraide")
        for (person, partner) in [(people[0], agency), (people[1], other)] {
            var draft = ReferralDraft(person, to: partner, on: try day)
            draft.programme = Laptops.programme
            try laptops.a.honour(referral: try laptops.a.refer(draft), on: try day)
        }
        let later = try #require(CalendarDay(isoText: "2026-03-01"))
        try laptops.a.noteSituation(of: people[0], on: later, .institutions([.ft]))
        let counts = try counts()
        #expect(counts[.unknownToInstitutions] == 3)
        #expect(counts[.reconnected] == 1)
        #expect(counts[.referrals] == 2)
        #expect(counts[.referralsAccepted] == 2)
        #expect(counts[.inSupport] == 2)
        #expect(counts[.withoutNews] == 1)
    }

    @Test func `each participant ends in one figure, by the latest outcome`() throws {
        let people = try participants(4)
        for (person, kind) in [
            (people[0], OutcomeKind.transition), (people[1], .positive), (people[2], .other),
        ] {
            var draft = OutcomeDraft(person, kind, on: try day)
            draft.programme = Laptops.programme
            _ = try laptops.a.note(draft)
        }
        let later = try #require(CalendarDay(isoText: "2026-06-01"))
        var draft = OutcomeDraft(people[0], .durable, on: later)
        draft.programme = Laptops.programme
        _ = try laptops.a.note(draft)
        let counts = try counts()
        #expect(counts[.outcomesDurable] == 1)
        #expect(counts[.outcomesTransition] == 0)
        #expect(counts[.outcomesPositive] == 1)
        #expect(counts[.outcomesOther] == 1)
        #expect(counts[.withoutNews] == 1)
        #expect(counts[.participants] == 4)
    }

    @Test func `an honoured orientation is not refused afterwards`() throws {
        let person = try participants(1)[0]
        let agency = try laptops.a.addPartner(.institution(.ml), "Mission locale")
        let id = try laptops.a.refer(ReferralDraft(person, to: agency, on: try day))
        try laptops.a.honour(referral: id, on: try day)
        let refusal = #expect(throws: TenancyError.self) {
            try laptops.a.answer(.refused(reason: "complet"), toReferral: id, on: try day)
        }
        #expect(refusal?.code == .refused)
    }

    @Test func `found twice for a programme is found once, reached where one said so`() throws {
        let person = try participants(1)[0]
        try laptops.exchange()
        try laptops.a.identify(IdentificationDraft(person, Laptops.programme, on: try day))
        var draft = IdentificationDraft(person, Laptops.programme, on: try day)
        draft.contactedOn = try day
        try laptops.b.identify(draft)
        try laptops.exchange()
        let counts = try laptops.counts(.programme(Laptops.programme))
        #expect(counts[.identified] == 1)
        #expect(counts[.contacted] == 1)
    }

    @Test func `the same partner added on two laptops is one`() throws {
        let first = try laptops.a.addPartner(.institution(.ft), "Agence Centre")
        #expect(try laptops.b.addPartner(.institution(.ft), "AGENCE CENTRE") == first)
        try laptops.exchange()
        #expect(try laptops.b.partners().count == 1)
    }
}
