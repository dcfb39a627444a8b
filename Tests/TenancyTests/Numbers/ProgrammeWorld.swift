import InventedPeople
import Records
import ReplicaStore
import Tenancy
import TestKit
import Testing

/// A landlord's agents who do as they please in one programme and beside it, the same for a seed.
struct ProgrammeWorld {
    let laptops: Laptops
    private let random: SeededEntropy
    private var people: [RecordID] = []

    init(seed: UInt64) throws {
        laptops = try Laptops(1, seed: seed)
        random = SeededEntropy(seed &* 7_919)
        var generator = PersonGenerator(seed: seed)
        people = try generator.people(160).map(file)
    }

    private func any<Element>(_ elements: [Element]) -> Element {
        elements[random.below(elements.count)]
    }

    /// A file of somebody invented; one in ten has codes that nobody knows.
    private func file(_ person: Person) throws -> RecordID {
        let isOdd = random.below(10) == 0
        return try laptops.a.replica.write { transaction in
            let id = transaction.newID()
            let birth = CalendarDay(
                year: person.birthDate.year,
                month: person.birthDate.month,
                day: person.birthDate.day
            )
            try transaction.insert(
                "tenant",
                id: id,
                [
                    "last_name": .text(person.lastName), "first_name": .text(person.firstName),
                    "title": isOdd ? .null : .text(person.title.rawValue),
                    "birth_date": Value(isOdd ? nil : birth?.isoText),
                    "phone": .text(person.phone), "address": .text(person.address),
                    "commune_code": .text(isOdd ? "99" : person.communeCode),
                    "qpv_code": Value(isOdd ? "QP059001" : person.qpvCode),
                ]
            )
            return id
        }
    }

    func live(steps: Int) throws {
        let events = [try laptops.event(), try laptops.event(.atelier)]
        let beside = try laptops.a.add(
            EventDraft(.atelier, "Hors programme", on: try Laptops.day)
        )
        let partners = [
            try laptops.a.addPartner(.institution(.ft), "Agence"),
            try laptops.a.addPartner(.association, "Entraide"),
        ]
        for _ in 0..<steps / 2 {
            laptops.clock.advance(milliseconds: 1_000)
            let status = any([RegistrationStatus.registered, .registered, .waiting, .revoked])
            try laptops.a.register(any(people), for: any(events + [beside]), status: status)
        }
        try laptops.go(to: 9)
        for _ in 0..<steps {
            laptops.clock.advance(milliseconds: 10_000)
            try act(any(people), any(events + [beside]), any(partners))
        }
    }

    private func act(_ person: RecordID, _ event: RecordID, _ partner: RecordID) throws {
        let programme = any([Laptops.programme, Laptops.programme, nil])
        // Some deeds are refused in some states, which is no fault of the world.
        switch random.below(16) {
        case 0...4:
            let status = any([AttendanceMark.Status.seen, .seen, .seen, .excused, .noshow])
            try laptops.tick(laptops.a, person, event, status, walkIn: true)
        case 5...6: try identify(person)
        case 7...9:
            let answers: [KnownTo] = [
                .none, .notStated, .institutions([.ft]), .institutions([.caf]),
            ]
            try laptops.a.noteSituation(of: person, on: try Laptops.day, any(answers))
        case 10...12: try refer(person, to: partner, programme)
        case 13:
            var draft = OutcomeDraft(person, any(OutcomeKind.allCases), on: try Laptops.day)
            draft.programme = programme
            _ = try laptops.a.note(draft)
        case 14: _ = try? laptops.a.merge(keep: person, merge: any(people))
        default: _ = try? laptops.a.unmerge(person)
        }
    }

    private func identify(_ person: RecordID) throws {
        var draft = IdentificationDraft(person, Laptops.programme, on: try Laptops.day)
        if random.below(2) == 0 { draft.contactedOn = try Laptops.day }
        try laptops.a.identify(draft)
    }

    private func refer(_ person: RecordID, to partner: RecordID, _ programme: String?) throws {
        var draft = ReferralDraft(person, to: partner, on: try Laptops.day)
        draft.programme = programme
        draft.theme = any(["mobilité", "emploi", "santé", nil])
        let id = try laptops.a.refer(draft)
        switch random.below(3) {
        case 0: try laptops.a.answer(.accepted, toReferral: id, on: try Laptops.day)
        case 1: try laptops.a.honour(referral: id, on: try Laptops.day)
        default: break
        }
    }
}
