import Records
import ReplicaStore
import Tenancy
import TestKit
import Testing

/// Requests, opposition, what is handed over, and what has been kept long enough.
struct RequestTests {
    private let world: ThreeLaptops
    private let tenant: RecordID

    init() throws {
        world = try ThreeLaptops(2)
        tenant = try world.canary()
        try world.syncAll()
    }

    @Test(arguments: [
        ("2026-01-31", "2026-02-28"), ("2024-01-31", "2024-02-29"), ("2025-12-09", "2026-01-09"),
        ("2026-02-09", "2026-03-09"),
    ])
    func `a request is due a month later`(_ day: String, _ due: String) throws {
        try world.a.store.noteRequest(of: tenant, .access, on: try world.day(day))
        let request = try #require(try world.a.store.rightsRequests(of: tenant).first)
        #expect(request.dueOn.isoText == due)
        #expect(!request.isLate(on: request.dueOn))
        #expect(
            request.isLate(
                on: try #require(CalendarDay(daysSinceEpoch: request.dueOn.daysSinceEpoch + 1))
            )
        )
    }

    @Test func `asked on two laptops on one day, it is asked once; a refusal says why`() throws {
        let day = try world.day("2026-02-09")
        for laptop in world.laptops {
            try laptop.store.noteRequest(of: tenant, .rectification, on: day)
        }
        try world.syncAll()
        let request = try #require(try world.b.store.rightsRequests().first)
        #expect(try world.b.store.rightsRequests().count == 1)
        #expect(throws: TenancyError.self) {
            try world.b.store.closeRequest(request.id, as: .refused)
        }
        try world.b.store.closeRequest(request.id, as: .refused, answer: "identité non établie")
        try world.syncAll()
        #expect(try world.a.store.rightsRequests().first?.status == .refused)
        #expect(throws: TenancyError.self) {
            try world.a.store.noteRequest(of: tenant, .access, on: try world.day("2026-02-10"))
        }
    }

    @Test(arguments: [RightsKind.opposition, .limitation])
    func `nothing new is noted for whoever opposed, until they take it back`(_ kind: RightsKind)
        throws
    {
        let twin = try world.person(2)
        try world.a.store.merge(keep: tenant, merge: twin)
        let event = try world.event(on: "2026-02-09")
        try world.a.store.noteRequest(of: twin, kind, on: try world.day("2026-02-09"))
        try world.syncAll()
        for laptop in world.laptops {
            #expect(try laptop.store.opposition().contains(tenant))
            #expect(throws: TenancyError.self) { try laptop.store.register(twin, for: event) }
        }
        let request = try #require(try world.a.store.rightsRequests().first)
        try world.a.store.closeRequest(request.id, as: .done)
        #expect(throws: TenancyError.self) { try world.a.store.register(tenant, for: event) }
        try world.a.store.closeRequest(request.id, as: .lifted)
        try world.a.store.register(tenant, for: event)
    }

    @Test func `the access file holds every row about the person, of all files, and nobody else`()
        throws
    {
        let twin = try world.person(2)
        let other = try world.person(3)
        try world.a.store.merge(keep: tenant, merge: twin)
        let event = try world.event(on: "2026-02-09")
        for person in [tenant, other] { try world.a.store.register(person, for: event) }
        try world.a.store.dismissDuplicate(tenant, other)
        let record = try world.b.store.accessRecordAfter(world)
        let text = String(decoding: try record.json, as: UTF8.self)
        for word in ["Canarinom", "Nom2", "Au pied de l’immeuble", "0612349876", "inscrit"] {
            #expect(text.contains(word), "\(word)")
        }
        for word in ["Nom3", other.description] { #expect(!text.contains(word), "\(word)") }
        #expect(record.sections.map(\.name).contains("registration"))
        #expect(record.sections.first { $0.name == "tenant" }?.entries.count == 2)
    }

    @Test func `who would go is who was not seen for so many months, and nothing is changed`()
        throws
    {
        let (late, recent) = (try world.person(1), try world.person(2))
        let days = [(late, "2024-02-09"), (recent, "2024-02-10")]
        for (person, day) in days {
            try world.a.store.noteSituation(
                of: person,
                on: try world.day(day),
                .none
            )
        }
        let before = world.a.store.replica.versionVector
        #expect(try world.a.store.inactivePeople().map(\.tenant.id) == [late])
        #expect(try world.a.store.inactivePeople(months: 25).isEmpty)
        #expect(world.a.store.replica.versionVector == before)
        try world.a.store.noteSituation(
            of: late,
            on: try world.day("2026-02-09"),
            .none
        )
        #expect(try world.a.store.inactivePeople().isEmpty)
        #expect(throws: TenancyError.self) { try world.a.store.inactivePeople(months: 0) }
    }
}

extension LandlordStore {
    /// The record of the one person named so, once all has come here.
    fileprivate func accessRecordAfter(_ world: ThreeLaptops) throws -> AccessRecord {
        try world.syncAll()
        let found = try findTenants("Canarinom", today: try currentDay())
        return try accessRecord(of: try #require(found.first).id)
    }
}
