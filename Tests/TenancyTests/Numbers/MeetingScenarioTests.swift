import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// A meeting at the foot of the building, on two tablets without a network.
struct MeetingScenarioTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    private struct Meeting {
        let event: RecordID
        let registered: [RecordID]
        let walkIns: [RecordID]
    }

    /// 24 registered, 21 seen (12 on one tablet, 9 on the other), 1 excused, 2 absent, 3 walk-ins.
    private func meeting() throws -> Meeting {
        let registered = try laptops.people(24, on: laptops.a)
        let walkIns = try laptops.people(3, on: laptops.a)
        let event = try laptops.event()
        for person in registered { try laptops.a.register(person, for: event) }
        try laptops.exchange()
        try laptops.go(to: 14)
        for (index, person) in registered.prefix(21).enumerated() {
            laptops.clock.advance(milliseconds: 60_000)
            try laptops.tick(index < 12 ? laptops.a : laptops.b, person, event, .seen, .signed)
        }
        try laptops.tick(laptops.b, registered[21], event, .excused)
        for person in walkIns { try laptops.tick(laptops.b, person, event, walkIn: true) }
        return Meeting(event: event, registered: registered, walkIns: walkIns)
    }

    private func noteSituations(_ meeting: Meeting) throws {
        let present = meeting.registered.prefix(21) + meeting.walkIns
        for (index, person) in present.enumerated() {
            // The last of the five unknown is known to the CAF, which is no institution of employment.
            let answer: KnownTo =
                switch index {
                case 0..<4: .none
                case 4: .institutions([.caf])
                case 5: .notStated
                default: .institutions([.ft, .caf])
                }
            try laptops.b.noteSituation(of: person, on: try Laptops.day, answer)
        }
    }

    @Test func `24 registered, 21 of them present, 24 participants, 5 known to nobody`() throws {
        let meeting = try meeting()
        try noteSituations(meeting)
        try laptops.exchange()
        try laptops.go(to: 17)
        #expect(try laptops.a.close(meeting.event) == 2)
        try laptops.exchange()
        for scope in [IndicatorScope.event(meeting.event), .programme("phase-1"), .landlord] {
            let counts = try laptops.counts(scope)
            #expect(counts[.registered] == 24)
            #expect(counts[.registeredPresent] == 21)
            #expect(counts[.participants] == 24)
            #expect(counts[.walkIns] == 3)
            #expect(counts[.unknownToInstitutions] == 5)
            #expect(counts[.institutionsNotStated] == 1)
            #expect(counts[.appointmentsSeen] == 21)
            #expect(counts[.excused] == 1)
            #expect(counts[.noShow] == 2)
            #expect(counts[.toClarify] == 0)
        }
    }

    @Test func `every rate has its numerator and denominator: 87,5 %, 20,8 %, 8,3 %`() throws {
        let meeting = try meeting()
        try noteSituations(meeting)
        try laptops.b.close(meeting.event)
        try laptops.exchange()
        let rates = try laptops.a.indicators(.programme("phase-1")).rates
        func parts(_ kind: RateKind) -> [Int?] {
            let rate = rates.first { $0.kind == kind }
            return [rate?.numerator, rate?.denominator, rate?.parts(per: .thousand)]
        }
        #expect(parts(.showUp) == [21, 24, 875])
        #expect(parts(.unknown) == [5, 24, 208])
        #expect(parts(.noShowRate) == [2, 24, 83])
        #expect(parts(.objective) == [24, 400, 60])
        #expect(rates.allSatisfy { !$0.definition.isEmpty })
    }

    @Test func `the time of a check-in is that of the scan, whenever the tablets meet`() throws {
        let meeting = try meeting()
        laptops.clock.advance(days: 3)
        try laptops.exchange()
        let list = try laptops.b.attendanceList(ofEvent: meeting.event)
        for (index, person) in meeting.registered.prefix(21).enumerated() {
            let line = try #require(list.first { $0.tenant == person })
            let minute = UInt64(index) + 1
            let scan = try #require(
                FrenchTime.milliseconds(of: try Laptops.day, hour: 14, minute: 0)
            )
            #expect(line.checkedAt == scan + minute * 60_000)
            #expect(line.method == .signed)
        }
    }

    @Test func `nothing is left to send, and nothing is left to decide`() throws {
        let meeting = try meeting()
        try laptops.a.close(meeting.event)
        try laptops.exchange()
        let delta = try laptops.b.replica.delta(since: laptops.a.replica.versionVector)
        #expect(delta.rowCount == 0)
        #expect(try laptops.a.inboxLines().filter { !$0.isSettledByRank }.isEmpty)
        // The tablet that closed had not heard of the other: ticks beat what it assumed.
        #expect(try laptops.counts(.event(meeting.event))[.registeredPresent] == 21)
        #expect(try laptops.counts(.event(meeting.event))[.noShow] == 2)
    }

    @Test func `the event shows its figures, and none that belong to a programme`() throws {
        let meeting = try meeting()
        let shown = try laptops.b.indicators(.event(meeting.event)).shown.map(\.indicator)
        #expect(shown.contains(.participants))
        #expect(!shown.contains(.outcomesDurable))
    }
}
