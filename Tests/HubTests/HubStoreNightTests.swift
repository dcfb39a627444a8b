import Hub
import Statistics
import Testing

struct HubStoreNightTests {
    private let day = TemporaryHub.day

    /// Phase 1 with B5 as it was three nights before.
    private static let numbers = [
        ("B1", 48, 44, 9), ("B2", 52, 47, 10), ("B3", 36, 31, 5), ("B4", 60, 55, 12),
        ("B6", 44, 40, 8), ("B7", 40, 35, 7), ("B8", 32, 29, 6),
    ]

    private func hub() throws -> TemporaryHub {
        try TemporaryHub(landlords: (1...8).map { "B\($0)" })
    }

    private func deliveries() throws -> [TemporaryHub.Delivery] {
        try Self.numbers.map { code, registered, present, unknown in
            TemporaryHub.Delivery(
                origin: "mailbox-\(code)",
                bytes: try TemporaryHub.bytes(
                    code,
                    registered: registered,
                    present: present,
                    unknown: unknown,
                    version: 2
                )
            )
        }
    }

    private func lastKnownB5() throws -> TemporaryHub.Delivery {
        TemporaryHub.Delivery(
            origin: "mailbox-B5",
            bytes: try TemporaryHub.bytes(
                "B5",
                registered: 22,
                present: 19,
                unknown: 3,
                cutoff: day - 3
            )
        )
    }

    @Test func `three silent nights, then the landlord comes back`() throws {
        let hub = try hub()
        _ = try hub.receive([lastKnownB5()], day: day - 3)
        let receptions = try hub.receive(deliveries(), day: day)
        #expect(receptions.allSatisfy { $0 == .accepted(version: 2) })
        let silent = try hub.store.silent(on: day)
        #expect(silent.map(\.landlord.code) == ["B5"])
        #expect(silent.map(\.ageDays) == [3])
        let bilan = try hub.store.bilan(programme: "phase-1", asOf: day)
        #expect(bilan.freshnessText == "7/8\u{A0}bailleurs à jour")
        #expect(bilan.fresh.rate(.showUp)?.fractionText == "281\u{A0}/\u{A0}312")
        #expect(bilan.withLastKnown.rate(.showUp)?.fractionText == "300\u{A0}/\u{A0}334")
        #expect(bilan.withLastKnown.rate(.unknown)?.percentText == "20,0\u{202F}%")
        let back = TemporaryHub.Delivery(
            origin: "mailbox-B5",
            bytes: try TemporaryHub.bytes(
                "B5",
                registered: 28,
                present: 25,
                unknown: 4,
                version: 2
            )
        )
        _ = try hub.receive([back], day: day)
        #expect(try hub.store.silent(on: day).isEmpty)
        let after = try hub.store.bilan(programme: "phase-1", asOf: day)
        #expect(after.fresh.rate(.showUp)?.fractionText == "306\u{A0}/\u{A0}340")
        #expect(after.fresh.counts?[.unknownToInstitutions] == 61)
    }

    @Test func `a rerun of the day changes nothing, byte for byte`() throws {
        let hub = try hub()
        let bad = TemporaryHub.Delivery(origin: "mailbox-B8", bytes: Array("{}".utf8))
        let deliveries = try deliveries() + [bad]
        _ = try hub.receive(deliveries, day: day)
        let before = try hub.content()
        let page = BilanJSON.render(try hub.store.bilan(programme: "phase-1", asOf: day))
        let second = try hub.receive(deliveries, day: day)
        #expect(try hub.content() == before)
        #expect(BilanJSON.render(try hub.store.bilan(programme: "phase-1", asOf: day)) == page)
        #expect(!second.contains(.accepted(version: 2)))
    }

    @Test func `one bad statement stops nobody else`() throws {
        let hub = try hub()
        var deliveries = try deliveries()
        deliveries.insert(TemporaryHub.Delivery(origin: "mailbox-B5", bytes: [0xFF]), at: 0)
        deliveries.insert(TemporaryHub.Delivery(origin: "", bytes: []), at: 3)
        let receptions = try hub.receive(deliveries, day: day)
        #expect(receptions.count { $0 == .accepted(version: 2) } == 7)
        for refused in [0, 3] {
            guard case .refused = receptions[refused] else {
                Issue.record("delivery \(refused) was taken")
                continue
            }
        }
        #expect(try hub.store.silent(on: day).map(\.ageDays) == [nil])
    }

    @Test func `the order of the deliveries changes no bilan`() throws {
        let (one, other) = (try hub(), try hub())
        let all = try deliveries() + [lastKnownB5()]
        _ = try one.receive(all, day: day)
        _ = try other.receive(all.reversed(), day: day)
        #expect(
            try one.store.bilan(programme: "phase-1", asOf: day)
                == other.store.bilan(programme: "phase-1", asOf: day)
        )
    }

    @Test func `a past bilan does not see later statements`() throws {
        let hub = try hub()
        _ = try hub.receive([lastKnownB5()], day: day - 3)
        let page = BilanText.render(try hub.store.bilan(programme: "phase-1", asOf: day - 3))
        let later = try TemporaryHub.bytes("B5", registered: 28, present: 25, version: 2)
        _ = try hub.receive([TemporaryHub.Delivery(origin: "x", bytes: later)], day: day)
        #expect(
            BilanText.render(try hub.store.bilan(programme: "phase-1", asOf: day - 3)) == page
        )
    }

    @Test func `a declaration replaces the former one, and declared twice is refused`() throws {
        let hub = try hub()
        _ = try hub.receive(deliveries(), day: day)
        try hub.store.declare(
            programme: TemporaryHub.programme(),
            landlords: ["B2", "B1"].map(TemporaryHub.landlord)
        )
        let bilan = try hub.store.bilan(programme: "phase-1", asOf: day)
        #expect(bilan.lines.map(\.landlord.code) == ["B1", "B2"])
        #expect(bilan.unexpected == ["B3", "B4", "B6", "B7", "B8"])
        #expect(bilan.fresh.counts?[.registered] == 100)
        let before = try hub.content()
        #expect(throws: HubFailure.landlordTwice(code: "B1")) {
            try hub.store.declare(
                programme: TemporaryHub.programme(),
                landlords: ["B1", "B1"].map(TemporaryHub.landlord)
            )
        }
        #expect(try hub.content() == before)
    }

    @Test func `an undeclared programme has no bilan`() throws {
        let hub = try hub()
        #expect(throws: HubFailure.unknownProgramme(code: "phase-9")) {
            try hub.store.bilan(programme: "phase-9", asOf: day)
        }
        #expect(try hub.store.programmes().map(\.code) == ["phase-1"])
        #expect(try hub.store.expectedLandlords(programme: "phase-1").count == 8)
    }
}
