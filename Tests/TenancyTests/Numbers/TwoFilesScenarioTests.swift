import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// Two agents make a file of the same person, apart, and both tick it.
struct TwoFilesScenarioTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    /// 23 others are registered; the same person is, once on each laptop, and came.
    private func twice() throws -> (event: RecordID, kept: RecordID, merged: RecordID) {
        let others = try laptops.people(23, on: laptops.a)
        let event = try laptops.event()
        for person in others { try laptops.a.register(person, for: event) }
        try laptops.exchange()
        let kept = try laptops.person("Zoé", "Martin", phone: "0199000001", on: laptops.a)
        let merged = try laptops.person("Zoe", "Martin", phone: "0199000002", on: laptops.b)
        try laptops.a.register(kept, for: event)
        try laptops.b.register(merged, for: event)
        try laptops.go(to: 14)
        try laptops.tick(laptops.a, kept, event)
        try laptops.tick(laptops.b, merged, event)
        try laptops.exchange()
        return (event, kept, merged)
    }

    @Test func `25 registered and 2 present; merged, 24 and 1; undone, 25 and 2 again`() throws {
        let (event, kept, merged) = try twice()
        let before = try laptops.counts(.event(event))
        #expect(before[.registered] == 25)
        #expect(before[.registeredPresent] == 2)
        #expect(before[.participants] == 2)
        try laptops.a.merge(keep: kept, merge: merged)
        try laptops.exchange()
        let merge = try laptops.counts(.event(event))
        #expect(merge[.registered] == 24)
        #expect(merge[.registeredPresent] == 1)
        #expect(merge[.participants] == 1)
        #expect(merge[.appointmentsSeen] == 1)
        try laptops.b.unmerge(merged)
        try laptops.exchange()
        #expect(try laptops.counts(.event(event)) == before)
    }

    @Test func `a merged person is ticked, closed and undone as one`() throws {
        let (event, kept, merged) = try twice()
        try laptops.a.merge(keep: kept, merge: merged)
        try laptops.a.undoCheckIn(merged, at: event)
        #expect(try laptops.a.indicators(.event(event)).counts[.participants] == 0)
        #expect(try laptops.a.close(event) == 24)
        #expect(try laptops.a.indicators(.event(event)).counts[.noShow] == 24)
        #expect(try laptops.a.attendanceList(ofEvent: event).count == 24)
    }

    @Test func `a person registered under a merged file is no walk-in`() throws {
        let event = try laptops.event()
        let old = try laptops.person("Zoé", "Martin", on: laptops.a)
        let new = try laptops.person("Zoé", "Martin", on: laptops.a)
        try laptops.a.register(old, for: event)
        try laptops.a.merge(keep: new, merge: old)
        try laptops.go(to: 9)
        try laptops.tick(laptops.a, new, event)
        try laptops.exchange()
        let counts = try laptops.counts(.event(event))
        #expect(counts[.registeredPresent] == 1)
        #expect(counts[.walkIns] == 0)
    }

    @Test func `the answer of the latest day counts, whichever file it was noted on`() throws {
        let (event, kept, merged) = try twice()
        try laptops.a.merge(keep: kept, merge: merged)
        let eve = try #require(Laptops.eve)
        try laptops.a.noteSituation(of: kept, on: eve, .institutions([.ml]))
        try laptops.a.replica.write { transaction in
            let day = Laptops.dayText
            try transaction.insert(
                "situation",
                id: .natural("situation", merged.bytes, Array(day.utf8)),
                [
                    "tenant": .blob(merged.bytes), "on_date": .text(day),
                    "known_answer": .text(KnownAnswer.none.rawValue),
                ]
            )
        }
        let counts = try laptops.a.indicators(.event(event)).counts
        #expect(counts[.unknownToInstitutions] == 1)
        #expect(counts[.institutionsNotStated] == 0)
    }
}
