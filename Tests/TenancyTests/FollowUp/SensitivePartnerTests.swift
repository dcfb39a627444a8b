import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// A partner whose kind tells of a person is « Autre » in all that leaves the landlord.
struct SensitivePartnerTests {
    /// The statement of a landlord all of whose people were sent to one partner.
    private func statement(_ kind: PartnerKind) throws -> DetailedStatement {
        let laptops = try Laptops(1)
        let people = try laptops.people(30, on: laptops.a)
        let partner = try laptops.a.addPartner(kind, "Partenaire")
        let day = try Laptops.day
        for person in people {
            try laptops.a.identify(IdentificationDraft(person, Laptops.programme, on: day))
            var draft = ReferralDraft(person, to: partner, on: day)
            draft.programme = Laptops.programme
            draft.theme = ReferralNeed.health.rawValue
            try laptops.a.honour(referral: try laptops.a.refer(draft), on: day)
        }
        return try laptops.a.detailedStatement(programme: Laptops.programme, k: 11)
    }

    @Test func `a statement is the same, whichever sensitive partner people were sent to`() throws {
        let other = try statement(.other)
        for kind in SensitivePartner.allCases {
            let mine = try statement(.sensitive(kind))
            #expect(mine.headline.counts == other.headline.counts)
            #expect(mine.tables == other.tables && mine.volumes == other.volumes)
        }
        #expect(try statement(.institution(.ft)).tables != other.tables)
    }

    @Test func `eight kinds are « Autre » outside, and the rest what they are`() {
        #expect(PartnerKind.all.count { $0.isSensitive } == 8)
        for kind in PartnerKind.all {
            #expect(PartnerKind(code: kind.code) == kind)
            #expect(kind.outside == (kind.isSensitive ? .other : kind))
            #expect(!kind.isSensitive || !kind.isOfEmployment)
        }
    }

    @Test func `after eight days without an answer, and again after a reminder`() throws {
        let laptops = try Laptops(1)
        let person = try laptops.people(1, on: laptops.a)[0]
        let partner = try laptops.a.addPartner(.association, "Entraide")
        let days = try (1...28).map { try #require(CalendarDay(year: 2026, month: 2, day: $0)) }
        let sent = try laptops.a.refer(ReferralDraft(person, to: partner, on: days[0]))
        #expect(try laptops.a.remindersDue(on: days[7]) == 0)
        #expect(try laptops.a.remindersDue(on: days[8]) == 1)
        #expect(try !laptops.a.referral(sent).isReminderDue(on: days[7]))
        #expect(try laptops.a.referral(sent).isReminderDue(on: days[8]))
        try laptops.a.remind(referral: sent, on: days[9])
        #expect(try laptops.a.remindersDue(on: days[16]) == 0)
        #expect(try laptops.a.remindersDue(on: days[17]) == 1)
        try laptops.a.answer(.accepted, toReferral: sent, on: days[18])
        #expect(try laptops.a.remindersDue(on: days[27]) == 0)
    }
}
