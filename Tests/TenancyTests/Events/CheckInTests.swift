import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// Ticks, and what closing a list may not do to them.
struct CheckInTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    private func list(_ count: Int) throws -> (event: RecordID, people: [RecordID]) {
        let people = try laptops.people(count, on: laptops.a)
        let event = try laptops.event()
        for person in people { try laptops.a.register(person, for: event) }
        try laptops.exchange()
        return (event, people)
    }

    @Test func `closing leaves every mark as it is, and marks the rest once`() throws {
        let (event, people) = try list(6)
        try laptops.go(to: 14)
        let marks: [AttendanceMark] = [
            .init(.seen, .typed), .init(.seen, .signed), .init(.excused, .typed),
            .init(.revoked, .typed),
        ]
        for (person, mark) in zip(people, marks) {
            try laptops.a.checkIn(Tick(person, at: event, mark))
        }
        try laptops.go(to: 18)
        #expect(try laptops.a.close(event) == 2)
        #expect(try laptops.a.close(event) == 0)
        let list = try laptops.a.attendanceList(ofEvent: event)
        for (person, mark) in zip(people, marks) {
            let line = try #require(list.first { $0.tenant == person })
            #expect(line.method == mark.method)
            #expect(line.status?.rawValue == mark.status.rawValue)
        }
        #expect(list.filter { $0.method == .closing }.count == 2)
        #expect(try laptops.a.event(event).status == .closed)
    }

    @Test func `a tick that another tablet brings later beats the closing, typed or signed`() throws
    {
        let (event, people) = try list(2)
        try laptops.go(to: 14)
        try laptops.tick(laptops.a, people[0], event, .seen, .typed)
        try laptops.tick(laptops.a, people[1], event, .excused, .typed)
        try laptops.go(to: 18)
        #expect(try laptops.b.close(event) == 2)
        try laptops.exchange()
        let counts = try laptops.counts(.event(event))
        #expect(counts[.registeredPresent] == 1)
        #expect(counts[.excused] == 1)
        #expect(counts[.noShow] == 0)
    }

    @Test func `a scan keeps its own time`() throws {
        let (event, people) = try list(1)
        try laptops.go(to: 18)
        var tick = Tick(people[0], at: event, AttendanceMark(.seen, .signed))
        tick.moment = FrenchTime.milliseconds(of: try Laptops.day, hour: 14, minute: 5)
        try laptops.a.checkIn(tick)
        laptops.clock.advance(days: 2)
        try laptops.exchange()
        let line = try laptops.b.attendanceList(ofEvent: event).first
        #expect(line?.checkedAt == tick.moment)
        #expect(line?.checkedAt.map(FrenchTime.text) == "2026-02-12 14:05")
    }

    @Test func `a tick taken back says nothing, and closing may then mark`() throws {
        let (event, people) = try list(1)
        try laptops.go(to: 14)
        try laptops.tick(laptops.a, people[0], event)
        try laptops.a.undoCheckIn(people[0], at: event)
        #expect(try laptops.a.indicators(.event(event)).counts[.participants] == 0)
        #expect(try laptops.a.close(event) == 1)
        #expect(try laptops.a.indicators(.event(event)).counts[.noShow] == 1)
    }

    @Test func `who is not registered is a walk-in or refused, and never gets a registration`()
        throws
    {
        let (event, _) = try list(1)
        let stranger = try laptops.person("Inès", "Petit", on: laptops.a)
        try laptops.go(to: 14)
        let refusal = #expect(throws: TenancyError.self) {
            try laptops.tick(laptops.a, stranger, event)
        }
        #expect(refusal?.code == .refused)
        #expect(try laptops.a.indicators(.event(event)).counts[.participants] == 0)
        try laptops.tick(laptops.a, stranger, event, walkIn: true)
        #expect(try laptops.a.registrations(forEvent: event).count == 1)
        #expect(try laptops.a.indicators(.event(event)).counts[.walkIns] == 1)
    }

    @Test func `nobody is seen or missed before the day, but may excuse themselves`() throws {
        let (event, people) = try list(1)
        for status in [AttendanceMark.Status.seen, .noshow] {
            let refusal = #expect(throws: TenancyError.self) {
                try laptops.tick(laptops.a, people[0], event, status)
            }
            #expect(refusal?.code == .refused)
        }
        #expect(throws: TenancyError.self) { try laptops.a.close(event) }
        try laptops.tick(laptops.a, people[0], event, .excused)
        #expect(try laptops.a.indicators(.event(event)).counts[.excused] == 1)
    }

    @Test func `only closing may say closing`() throws {
        let (event, people) = try list(1)
        try laptops.go(to: 14)
        let refusal = #expect(throws: TenancyError.self) {
            try laptops.tick(laptops.a, people[0], event, .noshow, .closing)
        }
        #expect(refusal?.code == .refused)
    }

    @Test func `an event, a tenant or a programme that is not there is refused`() throws {
        let (event, people) = try list(1)
        for refused in [
            #expect(throws: TenancyError.self) { try laptops.a.register(event, for: event) },
            #expect(throws: TenancyError.self) {
                try laptops.a.register(people[0], for: people[0])
            },
            #expect(throws: TenancyError.self) { _ = try laptops.a.indicators(.programme("?")) },
        ] { #expect(refused?.code == .notFound) }
    }
}
