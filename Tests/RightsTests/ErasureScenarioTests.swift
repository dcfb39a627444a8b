import Exchange
import Hub
import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// Scenario 6: an erasure is asked for on Tuesday, while one laptop is away until Thursday.
struct ErasureScenarioTests {
    private let world: ThreeLaptops
    private let tenant: RecordID
    private let wednesday: RecordID
    private let hub: HubStore

    init() throws {
        world = try ThreeLaptops()
        tenant = try world.canary()
        hub = try HubStore.create(path: try world.stores.folder.folder("hub") + "/hub.sqlite")
        try hub.declare(
            programme: try world.a.store.programme(ThreeLaptops.programme),
            landlords: [try Landlord(code: "B4", name: "Bailleur fictif")]
        )
        // 306 people came on Monday, and one of them asks for erasure.
        let monday = try world.event(on: "2026-02-09")
        wednesday = try world.event(on: "2026-02-11")
        for person in try [tenant] + (1..<306).map({ try world.person($0) }) {
            var tick = Tick(person, at: monday, AttendanceMark(.seen, .typed))
            tick.walkIn = true
            try world.a.store.checkIn(tick)
        }
        try world.a.store.register(tenant, for: wednesday)
        try world.syncAll()
    }

    private func send(_ day: String) throws {
        let statement = try world.a.store.detailedStatement(programme: ThreeLaptops.programme)
        _ = try hub.receive(
            statementBytes: statement.canonicalBytes,
            origin: "test",
            receivedDay: try #require(UTCDay(iso: day)).number,
            sender: "B4"
        )
    }

    private func frozen() throws -> [UInt8] {
        let monday = try #require(UTCDay(iso: "2026-02-09")).number
        return try hub.frozenBytes(programme: ThreeLaptops.programme, day: monday, as: .html)
    }

    @Test func `scenario 6, from Tuesday to Thursday`() throws {
        try send("2026-02-09")
        try world.go(to: "2026-02-10")
        let monday = try #require(UTCDay(iso: "2026-02-09")).number
        _ = try hub.freeze(programme: ThreeLaptops.programme, day: monday, on: monday + 1)
        let before = try frozen()
        let counted = try hub.bilan(programme: ThreeLaptops.programme, asOf: monday)
        #expect(counted.fresh.counts?[.participants] == 306)

        // Tuesday: asked, noted, ordered; A and B exchange, C is away.
        let day = try world.day("2026-02-10")
        try world.a.store.noteRequest(of: tenant, .erasure, on: day)
        let request = try #require(try world.a.store.rightsRequests().first)
        #expect(request.dueOn.isoText == "2026-03-10")
        try world.a.office.order([tenant], .request, due: request.dueOn)
        for laptop in [world.a, world.b, world.a] { try world.sync(laptop) }
        let tuesday = try world.certificate()
        #expect(tuesday.confirmed == 2 && tuesday.confirmations.count == 3)
        #expect(tuesday.confirmations.map(\.station) == ["poste 1", "poste 2", "poste 3"])
        #expect(tuesday.confirmations[2].doneAt == nil)
        #expect(tuesday.order.dueOn.isoText == "2026-03-10")
        #expect(try tuesday.isLate(on: world.day("2026-03-10")) == false)
        #expect(try tuesday.isLate(on: world.day("2026-03-11")))

        // Wednesday: C corrects the file and ticks « présent », without a network.
        try world.go(to: "2026-02-11", 14)
        try world.c.store.updateTenant(tenant, [.phone: "06 12 34 98 76 "])
        try world.c.store.updateTenant(tenant, [.email: "canari@exemple.invalid"])
        try world.c.store.checkIn(Tick(tenant, at: wednesday, AttendanceMark(.seen, .typed)))

        // Thursday: C comes back.
        try world.go(to: "2026-02-12")
        try world.sync(world.c)
        let notices = try world.c.store.erasureNotices()
        #expect(notices.map(\.refused) == [2])
        for laptop in [world.a, world.b] {
            #expect(try laptop.store.erasureNotices().isEmpty)
        }
        try world.c.store.dismiss(try #require(notices.first))
        #expect(try world.c.store.erasureNotices().isEmpty)
        for order in [[1, 2, 0], [2, 1, 0], [0, 2, 1], [0, 1, 2]] {
            for number in order { try world.sync(world.laptops[number]) }
        }
        for laptop in world.laptops {
            #expect(try world.certificate(on: laptop).confirmed == 3)
            #expect(try world.certificate(on: laptop).isComplete)
            for query in ["Canarinom", "Canariprenom", "0612349876", "CANARI-REF"] {
                #expect(try world.found(query, on: laptop) == 0)
            }
            #expect(throws: TenancyError.self) { try laptop.store.tenant(tenant) }
            // Live figures no longer count the person.
            #expect(try world.participants(on: laptop) == 305)
        }
        try send("2026-02-12")
        #expect(try frozen() == before)
        try world.expectNobody()
        #expect(try FolderScan(world.stores.folder.path).found(["canari@exemple.invalid"]) == [])
    }
}
