import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// The laptops of one invented landlord, each with its own clock, and the people that all know.
struct Laptops {
    /// 10 February 2026, 09:00 in France.
    static let start: UInt64 = 1_770_710_400_000
    static let programme = "phase-1"
    static let eve = CalendarDay(isoText: "2026-02-11")
    static let dayText = "2026-02-12"

    let stores: TestStores
    let clock: ManualClock
    private(set) var all: [LandlordStore] = []

    var a: LandlordStore { all[0] }
    var b: LandlordStore { all[1] }
    var c: LandlordStore { all[2] }

    init(_ count: Int = 2, seed: UInt64 = 1) throws {
        stores = try TestStores(seed: seed)
        clock = stores.clock
        for (number, agent) in ["Awa", "Benoît", "Chloé"].prefix(count).enumerated() {
            all.append(
                try LandlordStore.create(
                    in: try stores.folder.folder("laptop-\(number)"),
                    stores.partition,
                    agent: agent,
                    label: "tablet \(number)",
                    stores.environment()
                )
            )
        }
        try all[0].declare(
            try Programme(
                code: Self.programme,
                name: "Phase 1",
                objective: 400,
                start: try #require(UTCDay(iso: "2026-01-01")),
                end: try #require(UTCDay(iso: "2026-12-31"))
            )
        )
    }

    static var day: CalendarDay {
        get throws { try #require(CalendarDay(isoText: dayText)) }
    }

    /// Goes to an hour of the event's day, in France.
    func go(to hour: Int, _ minute: Int = 0) throws {
        let day = try Self.day
        clock.set(try #require(FrenchTime.milliseconds(of: day, hour: hour, minute: minute)))
    }

    func exchange() throws {
        for _ in 0..<2 {
            for from in all {
                for to in all where to.replica.id != from.replica.id {
                    let known = to.replica.versionVector
                    try to.replica.apply(try from.replica.delta(since: known).bytes)
                }
            }
        }
    }

    /// Makes files of invented people on one laptop.
    func people(_ count: Int, on store: LandlordStore) throws -> [RecordID] {
        try (0..<count).map { try person("Prénom\($0)", "Nom\($0)", on: store) }
    }

    func person(
        _ first: String,
        _ last: String,
        phone: String? = nil,
        on store: LandlordStore
    ) throws -> RecordID {
        try store.replica.write { transaction in
            let id = transaction.newID()
            try transaction.insert(
                "tenant",
                id: id,
                ["first_name": .text(first), "last_name": .text(last), "phone": Value(phone)]
            )
            return id
        }
    }

    func event(
        _ kind: EventKind = .rdvEmploi,
        stops: [EventDraft.StopDraft] = []
    ) throws -> RecordID {
        var draft = EventDraft(kind, "Au pied de l’immeuble", on: try Self.day)
        draft.programme = Self.programme
        draft.stops = stops
        return try a.add(draft)
    }

    func tick(
        _ store: LandlordStore,
        _ tenant: RecordID,
        _ event: RecordID,
        _ status: AttendanceMark.Status = .seen,
        _ method: AttendanceMark.Method = .typed,
        walkIn: Bool = false
    ) throws {
        var tick = Tick(tenant, at: event, AttendanceMark(status, method))
        tick.walkIn = walkIn
        try store.checkIn(tick)
    }

    /// The counts, which must be the same on every laptop.
    func counts(_ scope: IndicatorScope) throws -> Counts {
        let counts = try all.map { try $0.indicators(scope).counts }
        for other in counts { #expect(other == counts[0]) }
        return counts[0]
    }
}
