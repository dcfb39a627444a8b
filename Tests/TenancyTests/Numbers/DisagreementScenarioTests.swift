import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// One tablet says present at 14:05, the other closes the list at 16:00.
struct DisagreementScenarioTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    /// 22 registered, 21 of them ticked and known on both tablets; the last one is left.
    private func list() throws -> (event: RecordID, last: RecordID) {
        let people = try laptops.people(22, on: laptops.a)
        let event = try laptops.event()
        for person in people { try laptops.a.register(person, for: event) }
        try laptops.go(to: 14)
        for person in people.dropLast() { try laptops.tick(laptops.a, person, event) }
        try laptops.exchange()
        return (event, try #require(people.last))
    }

    private func moment(_ hour: Int, _ minute: Int) throws -> UInt64 {
        try #require(FrenchTime.milliseconds(of: try Laptops.day, hour: hour, minute: minute))
    }

    @Test func `signed against closed: 22 present, one conflict that settled itself, listed`()
        throws
    {
        let (event, last) = try list()
        try laptops.go(to: 14, 5)
        try laptops.tick(laptops.a, last, event, .seen, .signed)
        try laptops.go(to: 16)
        #expect(try laptops.b.close(event) == 1)
        try laptops.exchange()
        let counts = try laptops.counts(.event(event))
        #expect(counts[.registeredPresent] == 22)
        #expect(counts[.toClarify] == 0)
        #expect(counts[.noShow] == 0)
        for store in laptops.all {
            let lines = try store.inboxLines()
            #expect(lines.map(\.isSettledByRank) == [true])
            #expect(lines.first?.shown.value == .text("seen/signed"))
            #expect(lines.first?.others.map(\.value) == [.text("noshow/closing")])
            #expect(lines.first?.others.map(\.agent) == ["Benoît"])
            // The hour is that of the signature, not that of the closing.
            let line = try store.attendanceList(ofEvent: event).first { $0.tenant == last }
            #expect(line?.checkedAt == (try moment(14, 5)))
            #expect(line?.status == .seen)
        }
    }

    @Test func `both typed: 21 present and one to clarify, until somebody decides`() throws {
        let (event, last) = try list()
        try laptops.go(to: 14, 5)
        try laptops.tick(laptops.a, last, event, .seen)
        try laptops.go(to: 16)
        try laptops.tick(laptops.b, last, event, .noshow)
        try laptops.exchange()
        let open = try laptops.counts(.event(event))
        #expect(open[.registered] == 22)
        #expect(open[.registeredPresent] == 21)
        #expect(open[.participants] == 21)
        #expect(open[.appointmentsSeen] == 21)
        #expect(open[.toClarify] == 1)
        #expect(open[.noShow] == 0)
        let line = try #require(try laptops.a.inboxLines().first)
        #expect(!line.isSettledByRank)
        #expect(line.person == "Prénom21 Nom21")
        try laptops.a.resolve(line, .value("seen/typed"), why: "elle a signé le cahier")
        try laptops.exchange()
        let decided = try laptops.counts(.event(event))
        #expect(decided[.registeredPresent] == 22)
        #expect(decided[.toClarify] == 0)
        for store in laptops.all {
            #expect(try store.inboxLines().isEmpty)
            let line = try store.attendanceList(ofEvent: event).first { $0.tenant == last }
            #expect(line?.checkedAt == (try moment(14, 5)))
        }
    }

    @Test func `a closed list is no conflict with a presence typed later on the same laptop`()
        throws
    {
        let (event, last) = try list()
        try laptops.go(to: 16)
        try laptops.b.close(event)
        try laptops.tick(laptops.b, last, event)
        try laptops.exchange()
        #expect(try laptops.counts(.event(event))[.registeredPresent] == 22)
        #expect(try laptops.a.inboxLines().isEmpty)
    }

    @Test func `a line is found by its name, and a wrong choice changes nothing`() throws {
        let (event, last) = try list()
        try laptops.tick(laptops.a, last, event, .seen)
        try laptops.tick(laptops.b, last, event, .excused)
        try laptops.exchange()
        let name = try #require(try laptops.b.inboxLines().first).id
        let line = try laptops.b.inboxLine(name)
        let refusal = #expect(throws: TenancyError.self) {
            try laptops.b.resolve(line, .value("present"), why: "")
        }
        #expect(refusal?.code == .badValue)
        #expect(try laptops.b.inboxLine(name) == line)
        try laptops.b.resolve(line, .other, why: "vu à l’accueil")
        #expect(try laptops.b.inboxLines().isEmpty)
        let gone = #expect(throws: TenancyError.self) { try laptops.b.inboxLine(name) }
        #expect(gone?.code == .notFound)
    }
}
