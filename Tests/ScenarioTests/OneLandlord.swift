import Hub
import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// An invented landlord with one laptop, and a hub that expects it in one programme.
struct OneLandlord {
    static let programme = "phase-1"

    let stores: TestStores
    let store: LandlordStore
    let hub: HubStore

    /// Begins on a day at nine in the morning in France.
    init(on day: String) throws {
        stores = try TestStores()
        stores.clock.set(try Self.moment(day))
        store = try LandlordStore.create(
            in: try stores.folder.folder("laptop"),
            stores.partition,
            agent: "Awa",
            label: "tablet",
            stores.environment()
        )
        let year = try #require(Int(day.prefix(4)))
        let programme = try Programme(
            code: Self.programme,
            name: "Phase 1",
            objective: 400,
            start: try #require(UTCDay(iso: "\(year)-01-01")),
            end: try #require(UTCDay(iso: "\(year + 1)-12-31"))
        )
        try store.declare(programme)
        hub = try HubStore.create(path: stores.folder.path + "/hub.sqlite")
        try hub.declare(
            programme: programme,
            landlords: [try Landlord(code: stores.partition.code, name: "Bailleur fictif")]
        )
    }

    private static func moment(_ day: String) throws -> UInt64 {
        let day = try #require(CalendarDay(isoText: day))
        return try #require(FrenchTime.milliseconds(of: day, hour: 9, minute: 0))
    }

    func go(to day: String) throws { stores.clock.set(try Self.moment(day)) }

    static func number(_ day: String) throws -> Int { try #require(UTCDay(iso: day)).number }

    /// A file of somebody invented, typed as an agent types it.
    func person(_ number: Int, _ fields: [TenantField: String]) throws -> RecordID {
        let typed = fields.merging(
            [
                .lastName: "Nom\(number)", .firstName: "Prénom\(number)",
                .birthDate: "01/02/1990",
            ],
            uniquingKeysWith: { first, _ in first }
        )
        return try store.addTenant(typed).tenant.id
    }

    /// All of them come to one event of that day.
    func meet(_ people: [RecordID], on day: String) throws {
        var draft = EventDraft(
            .rdvEmploi,
            "Au pied de l’immeuble",
            on: try #require(CalendarDay(isoText: day))
        )
        draft.programme = Self.programme
        let event = try store.add(draft)
        for person in people {
            var tick = Tick(person, at: event, AttendanceMark(.seen, .typed))
            tick.walkIn = true
            try store.checkIn(tick)
        }
    }

    /// Sends the statement of the day to the hub.
    func send(on day: String) throws {
        let statement = try store.detailedStatement(programme: Self.programme)
        let reception = try hub.receive(
            statementBytes: statement.canonicalBytes,
            origin: "test",
            receivedDay: Self.number(day),
            sender: stores.partition.code
        )
        #expect(reception == .accepted(version: statement.headline.version))
    }

    func bilan(on day: String) throws -> Bilan {
        try hub.bilan(programme: Self.programme, asOf: Self.number(day))
    }
}
