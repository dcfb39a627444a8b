import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// Three laptops that do as they please, meet by chance, and must count the same in the end.
struct RandomIndicatorTests {
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `figures are the same on every laptop and as recounted`(seed: UInt64) throws {
        let laptops = try Laptops(3, seed: seed)
        let world = World(laptops, SeededEntropy(seed &* 7_919))
        try world.live(steps: 400)
        try laptops.exchange()
        let counts = try laptops.counts(.landlord)
        #expect(counts == (try Recount(laptops.c).counts()))
        #expect(ConsistencyRule.all.count == 7)
        for rule in ConsistencyRule.all {
            #expect(rule.parts.reduce(0) { $0 + counts[$1] } <= counts[rule.whole])
        }
        // A world in which nothing happens would prove nothing.
        for indicator in [
            Indicator.registeredPresent, .walkIns, .toClarify, .excused, .noShow,
            .unknownToInstitutions, .institutionsNotStated, .referralsAccepted, .inSupport,
        ] { #expect(counts[indicator] > 0, "\(indicator)") }
    }
}

/// What agents do in a random order, the same for the same seed.
private struct World {
    private let laptops: Laptops
    private let random: SeededEntropy

    init(_ laptops: Laptops, _ random: SeededEntropy) {
        self.laptops = laptops
        self.random = random
    }

    private func any<Element>(_ elements: [Element]) -> Element {
        elements[random.below(elements.count)]
    }

    func live(steps: Int) throws {
        let people = try laptops.people(30, on: laptops.a)
        let events = try (0..<3).map { _ in try laptops.event() }
        let partners = [
            try laptops.a.addPartner(.institution(.ft), "Agence"),
            try laptops.a.addPartner(.association, "Entraide"),
        ]
        try laptops.exchange()
        for _ in 0..<steps / 4 {
            laptops.clock.advance(milliseconds: 1_000)
            let status = any([RegistrationStatus.registered, .registered, .registered, .waiting])
            try any(laptops.all).register(any(people), for: any(events), status: status)
        }
        try laptops.exchange()
        try laptops.go(to: 9)
        for _ in 0..<steps {
            laptops.clock.advance(milliseconds: 60_000)
            try act(on: any(laptops.all), people, events, partners)
            if random.below(25) == 0 { try meet() }
        }
    }

    private func meet() throws {
        let (from, to) = (any(laptops.all), any(laptops.all))
        guard from.replica.id != to.replica.id else { return }
        try to.replica.apply(try from.replica.delta(since: to.replica.versionVector).bytes)
    }

    private func act(
        on store: LandlordStore,
        _ people: [RecordID],
        _ events: [RecordID],
        _ partners: [RecordID]
    ) throws {
        let (person, event) = (any(people), any(events))
        // Some deeds are refused in some states, which is no fault of the world.
        switch random.below(20) {
        case 0...6: try tick(store, person, event)
        case 7: try? store.undoCheckIn(person, at: event)
        case 8:
            if random.below(6) == 0 { try store.close(event) }
        case 9...11:
            let day = any([try #require(Laptops.eve), try Laptops.day])
            let answers: [KnownTo] = [
                .none, .notStated, .institutions([.caf]), .institutions([.ft, .caf]),
            ]
            try store.noteSituation(of: person, on: day, any(answers))
        case 12...13:
            _ = try? store.register(person, for: event, status: any(RegistrationStatus.allCases))
        case 14...15: try refer(store, person, to: any(partners))
        case 16:
            let draft = OutcomeDraft(person, any(OutcomeKind.allCases), on: try Laptops.day)
            _ = try store.note(draft)
        case 17: _ = try? store.merge(keep: person, merge: any(people))
        case 18: _ = try? store.unmerge(person)
        default: break
        }
    }

    private func tick(_ store: LandlordStore, _ person: RecordID, _ event: RecordID) throws {
        let status = any([AttendanceMark.Status.seen, .seen, .excused, .noshow, .revoked])
        let method = any([AttendanceMark.Method.typed, .typed, .signed])
        try laptops.tick(store, person, event, status, method, walkIn: true)
    }

    private func refer(_ store: LandlordStore, _ person: RecordID, to partner: RecordID) throws {
        let id = try store.refer(ReferralDraft(person, to: partner, on: try Laptops.day))
        switch random.below(4) {
        case 0: try store.answer(.accepted, toReferral: id, on: try Laptops.day)
        case 1:
            try store.honour(referral: id, on: any([try Laptops.day, try #require(Laptops.eve)]))
        case 2: try store.answer(.refused(reason: ""), toReferral: id, on: try Laptops.day)
        default: break
        }
    }
}
