import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// What leaves for the hub.
struct StatementTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    private func came() throws {
        let people = try laptops.people(3, on: laptops.a)
        let event = try laptops.event()
        for person in people { try laptops.a.register(person, for: event) }
        try laptops.go(to: 10)
        try laptops.tick(laptops.a, people[0], event)
        try laptops.a.close(event)
        try laptops.exchange()
    }

    @Test func `a statement read back has the figures of the day, and nobody's name`() throws {
        try came()
        let statement = try laptops.a.statement(programme: "phase-1", landlordName: "Bailleur B4")
        let bytes = statement.canonicalBytes
        let read = try Statistics.Statement(bytes: bytes)
        #expect(read == statement)
        #expect(read.counts[.registered] == 3)
        #expect(read.counts[.registeredPresent] == 1)
        #expect(read.landlord.code == "B4")
        #expect(read.cutoff.isoText == Laptops.dayText)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("Nom0"))
        #expect(!text.contains("Awa"))
    }

    @Test func `a later statement has a higher version, from whichever laptop`() throws {
        try came()
        let first = try laptops.a.statement(programme: "phase-1")
        laptops.clock.advance(milliseconds: 1_000)
        let second = try laptops.b.statement(programme: "phase-1")
        #expect(second.version > first.version)
        var register = StatementRegister()
        #expect(register.insert(second) == .accepted)
        #expect(register.insert(first) == .stale(latest: second.version))
    }
}
