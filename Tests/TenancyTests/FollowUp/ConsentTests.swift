import Records
import ReplicaStore
import Tenancy
import TestKit
import Testing

/// Who may be told of whom: consents given, taken back, merged and heard of late.
struct ConsentTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    private func day(_ number: Int) throws -> CalendarDay {
        try #require(CalendarDay(year: 2026, month: 2, day: number))
    }

    private func agree(
        _ person: RecordID,
        on number: Int,
        to partner: RecordID?,
        _ store: LandlordStore? = nil
    ) throws -> RecordID {
        var draft = ConsentDraft(of: person, .partner, on: try day(number), .signature)
        draft.partner = partner
        return try (store ?? laptops.a).note(draft)
    }

    private func referral(_ person: RecordID, to partner: RecordID) throws -> RecordID {
        try laptops.a.refer(ReferralDraft(person, to: partner, on: try day(10)))
    }

    private func isAllowed(_ referral: RecordID, _ store: LandlordStore? = nil) throws -> Bool {
        try (store ?? laptops.a).referral(referral).consent.consent != nil
    }

    @Test func `only a consent for this partner, or for all, allows`() throws {
        let people = try laptops.people(3, on: laptops.a)
        let mission = try laptops.a.addPartner(.institution(.ml), "Mission")
        let other = try laptops.a.addPartner(.association, "Entraide")
        let sent = try people.map { try referral($0, to: mission) }
        #expect(try laptops.a.referral(sent[0]).consent == .none)
        _ = try agree(people[0], on: 9, to: other)
        _ = try agree(people[1], on: 9, to: mission)
        _ = try agree(people[2], on: 9, to: nil)
        #expect(try sent.map { try isAllowed($0) } == [false, true, true])
        try laptops.a.note(ConsentDraft(of: people[0], .followUp, on: try day(9), .spoken))
        #expect(try !isAllowed(sent[0]))
    }

    @Test func `a consent that is taken back allows no more, and one given later does`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        let partner = try laptops.a.addPartner(.institution(.ml), "Mission")
        let sent = try referral(person, to: partner)
        try laptops.go(to: 9)
        let consent = try agree(person, on: 9, to: partner)
        try laptops.a.withdraw(consent: consent, on: try day(11))
        #expect(try laptops.a.referral(sent).consent == .withdrawn(on: try day(11)))
        try laptops.a.withdraw(consent: consent, on: try day(12))
        #expect(try laptops.a.referral(sent).consent == .withdrawn(on: try day(11)))
        _ = try agree(person, on: 12, to: partner)
        #expect(try isAllowed(sent))
    }

    @Test func `yes to all does not outlive a no to one, until that one is told yes again`() throws
    {
        let person = try laptops.people(1, on: laptops.a)[0]
        let partner = try laptops.a.addPartner(.institution(.ml), "Mission")
        let other = try laptops.a.addPartner(.association, "Entraide")
        let sent = [try referral(person, to: partner), try referral(person, to: other)]
        try laptops.go(to: 9)
        _ = try agree(person, on: 9, to: nil)
        let one = try agree(person, on: 9, to: partner)
        try laptops.a.withdraw(consent: one, on: try day(11))
        #expect(try sent.map { try isAllowed($0) } == [false, true])
        _ = try agree(person, on: 12, to: nil)
        #expect(try sent.map { try isAllowed($0) } == [true, true])
    }

    @Test func `what a colleague noted before a withdrawal falls with it`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        let partner = try laptops.a.addPartner(.institution(.ml), "Mission")
        let sent = try referral(person, to: partner)
        try laptops.exchange()
        try laptops.go(to: 9)
        let mine = try agree(person, on: 9, to: partner)
        _ = try agree(person, on: 9, to: partner, laptops.b)
        try laptops.a.withdraw(consent: mine, on: try day(12))
        try laptops.exchange()
        for store in laptops.all { #expect(try !isAllowed(sent, store)) }
    }

    @Test func `merged files share their consents, and their withdrawals`() throws {
        let people = try laptops.people(2, on: laptops.a)
        let partner = try laptops.a.addPartner(.institution(.ml), "Mission")
        let sent = try referral(people[0], to: partner)
        let consent = try agree(people[1], on: 9, to: partner)
        #expect(try !isAllowed(sent))
        try laptops.a.merge(keep: people[0], merge: people[1])
        #expect(try isAllowed(sent))
        try laptops.a.withdraw(consent: consent, on: try day(10))
        #expect(try !isAllowed(sent))
        try laptops.a.unmerge(people[1])
        #expect(try laptops.a.referral(sent).consent == .none)
    }

    @Test func `a consent of tomorrow, or of another purpose for a partner, is refused`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        let partner = try laptops.a.addPartner(.association, "Entraide")
        #expect(throws: TenancyError.self) { try agree(person, on: 28, to: nil) }
        var draft = ConsentDraft(of: person, .statistics, on: try day(9), .spoken)
        draft.partner = partner
        #expect(throws: TenancyError.self) { try laptops.a.note(draft) }
        #expect(try laptops.a.file(of: person).consents.isEmpty)
    }
}
