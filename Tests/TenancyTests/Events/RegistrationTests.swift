import Causality
import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// Who is to come, said once or twice, before or too late.
struct RegistrationTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    @Test func `registered twice without a network is registered once, with nothing to decide`()
        throws
    {
        let person = try laptops.people(1, on: laptops.a)[0]
        let event = try laptops.event()
        try laptops.exchange()
        let first = try laptops.a.register(person, for: event)
        let moment = try laptops.a.currentMoment()
        laptops.clock.advance(milliseconds: 3_600_000)
        #expect(try laptops.b.register(person, for: event) == first)
        try laptops.exchange()
        for store in laptops.all {
            #expect(try store.registrations(forEvent: event).count == 1)
            #expect(try store.inboxLines().isEmpty)
        }
        #expect(moment < (try laptops.a.currentMoment()))
        #expect(try laptops.counts(.event(event))[.registered] == 1)
    }

    @Test func `registered again on the same laptop writes nothing`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        let event = try laptops.event()
        try laptops.a.register(person, for: event)
        let before = laptops.a.replica.versionVector
        try laptops.a.register(person, for: event)
        #expect(laptops.a.replica.versionVector == before)
    }

    @Test func `on the eve by one and on the day by the other, registered before the day`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        let event = try laptops.event()
        try laptops.exchange()
        try laptops.a.register(person, for: event)
        try laptops.go(to: 10)
        try laptops.b.register(person, for: event)
        try laptops.tick(laptops.b, person, event)
        try laptops.exchange()
        let counts = try laptops.counts(.event(event))
        #expect(counts[.registeredPresent] == 1)
        #expect(counts[.walkIns] == 0)
    }

    @Test func `registered on the day itself is a coming without registration`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        let event = try laptops.event()
        try laptops.go(to: 0, 1)
        try laptops.a.register(person, for: event)
        try laptops.go(to: 10)
        try laptops.tick(laptops.a, person, event)
        let counts = try laptops.a.indicators(.event(event)).counts
        #expect(counts[.registered] == 0)
        #expect(counts[.walkIns] == 1)
        #expect(counts[.participants] == 1)
    }

    @Test func `after the day nobody is registered, and nothing is written`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        let event = try laptops.event()
        laptops.clock.advance(days: 3)
        let refusal = #expect(throws: TenancyError.self) {
            try laptops.a.register(person, for: event)
        }
        #expect(refusal?.code == .refused)
        #expect(refusal?.description.contains("--walk-in") == true)
        #expect(try laptops.a.registrations(forEvent: event).isEmpty)
    }

    @Test func `who was cancelled by the service leaves the figures, who withdrew stays`() throws {
        let people = try laptops.people(4, on: laptops.a)
        let event = try laptops.event()
        for person in people { try laptops.a.register(person, for: event) }
        try laptops.a.register(people[0], for: event, status: .revoked)
        try laptops.a.register(people[1], for: event, status: .withdrawn)
        try laptops.go(to: 10)
        try laptops.tick(laptops.a, people[2], event)
        try laptops.tick(laptops.a, people[3], event, .revoked)
        #expect(try laptops.a.close(event) == 0)
        let counts = try laptops.a.indicators(.event(event)).counts
        #expect(counts[.registered] == 2)
        #expect(counts[.registeredPresent] == 1)
        #expect(counts[.revoked] == 2)
        #expect(counts[.excused] == 1)
        #expect(counts[.noShow] == 0)
    }

    @Test func `past and unmarked is to clarify, to come is nothing yet`() throws {
        let person = try laptops.people(1, on: laptops.a)[0]
        let event = try laptops.event()
        try laptops.a.register(person, for: event)
        #expect(try laptops.a.indicators(.event(event)).counts[.toClarify] == 0)
        laptops.clock.advance(days: 3)
        #expect(try laptops.a.indicators(.event(event)).counts[.toClarify] == 1)
    }
}
