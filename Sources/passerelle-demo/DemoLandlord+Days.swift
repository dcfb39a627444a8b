import Records
import Statistics
import Tenancy

extension DemoLandlord {
    /// The agents go from door to door, find people, and register the first for the first event.
    func identify(_ people: [RecordID]) throws -> DemoEvents {
        clock.set(calendar.registrationDay, hour: 9)
        // The programme comes from the region, over the road of each.
        try meet()
        let events = try work(on: 0) { store in try DemoEvents(store, calendar) }
        try meet()
        try share(people[...]) { store, tenant in
            var draft = IdentificationDraft(
                tenant,
                calendar.programme.code,
                on: calendar.registrationDay
            )
            draft.channel = "pied d’immeuble"
            draft.wishesToWork = .yes
            draft.contactedOn = calendar.registrationDay
            try store.identify(draft)
        }
        try register(people.prefix(figures.first.registered), for: events.rdv)
        try editTheSamePhones(people)
        try meet()
        return events
    }

    /// After the first event, the agents register others for the second.
    func registerOthers(_ people: [RecordID], for event: RecordID) throws {
        clock.set(calendar.secondRegistrationDay, hour: 10)
        try register(people[figures.first.registered..<figures.registered], for: event)
        try meet()
    }

    private func register(_ people: ArraySlice<RecordID>, for event: RecordID) throws {
        try share(people) { store, tenant in try store.register(tenant, for: event) }
    }

    /// Each laptop takes its part of the people, without a network.
    private func share(
        _ people: ArraySlice<RecordID>,
        _ body: (LandlordStore, RecordID) throws -> Void
    ) throws {
        for index in laptops.indices {
            try work(on: index) { store in
                for (place, tenant) in people.enumerated() where place % laptops.count == index {
                    try body(store, tenant)
                }
            }
        }
    }

    /// Two agents write down another number for the same two people, each without the other.
    private func editTheSamePhones(_ people: [RecordID]) throws {
        for (index, ending) in [(0, "11"), (1, "22")] {
            try work(on: index) { store in
                for (place, tenant) in people.prefix(2).enumerated() {
                    _ = try store.updateTenant(tenant, [.phone: "06 39 98 0\(place) \(ending)"])
                }
            }
        }
    }

    /// One event, two doors: the first laptop signs people in, the second types and closes the list.
    func holdEvent(_ event: RecordID, on day: CalendarDay, _ guests: Guests) throws {
        clock.set(day, hour: 14)
        let middle = guests.present.count / 2
        try work(on: 0) { store in
            for tenant in guests.present.prefix(middle) {
                try store.checkIn(Tick(tenant, at: event, AttendanceMark(.seen, .signed)))
            }
        }
        try work(on: 1) { store in
            // The last three of the first door are ticked at the second as well.
            for tenant in guests.present.dropFirst(max(0, middle - 3)) {
                try store.checkIn(Tick(tenant, at: event, AttendanceMark(.seen, .typed)))
            }
            try store.close(event)
        }
        try work(on: laptops.count - 1) { store in
            for (place, tenant) in guests.present.enumerated() {
                let known: KnownTo =
                    place < guests.unknown
                    ? .none : .institutions(place % 2 == 0 ? [.ft] : [.ml, .plie])
                try store.noteSituation(of: tenant, on: day, known)
            }
        }
        try meet()
    }

    /// The people of an event: those who come, and how many of them nobody knew.
    struct Guests {
        let present: ArraySlice<RecordID>
        let unknown: Int
    }

    /// Who comes to the first event, and who to the second.
    func guests(_ people: [RecordID]) -> (rdv: Guests, rallye: Guests) {
        let first = figures.first
        let second = first.registered + figures.present - first.present
        return (
            Guests(present: people[..<first.present], unknown: first.unknown),
            Guests(
                present: people[first.registered..<second],
                unknown: figures.unknown - first.unknown
            )
        )
    }
}
