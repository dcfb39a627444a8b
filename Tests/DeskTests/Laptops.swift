import Custody
import Desk
import Foundation
import HostSystem
import Membership
import Records
import ReplicaStore
import Sealing
import Statistics
import Synchronization
import Tenancy
import TestKit

/// The laptops of one invented landlord, each with its desk, on the eve of an event.
final class Laptops {
    static let passphrase = "une phrase inventée pour les tests"
    static let programme = "phase-1"
    static let hub = "https://hub.example"
    static let authority = "127.0.0.1:8420"
    /// 12 February 2026; the clock begins two days before.
    static let dayText = "2026-02-12"

    let stores: TestStores
    let clock: ManualClock
    private(set) var stored: [LandlordStore] = []
    private(set) var sites: [DeskSite] = []
    private var codes: [CodeBox] = []

    /// The last code that a desk told.
    final class CodeBox: Sendable {
        private let text = Mutex("")

        var code: String { text.withLock { $0 } }

        func keep(_ code: String) { text.withLock { $0 = code } }
    }

    init(_ count: Int = 1, patience: UInt64 = 30 * 86_400_000) throws {
        stores = try TestStores(seed: 1)
        clock = stores.clock
        clock.set(1_770_710_400_000)
        for (number, agent) in ["Awa", "Benoît"].prefix(count).enumerated() {
            try add(number, agent, patience)
        }
        try all[0].declare(
            try Programme(
                code: Self.programme,
                name: "Phase 1",
                objective: 400,
                start: Self.utc("2026-01-01"),
                end: Self.utc("2026-12-31")
            )
        )
    }

    var all: [LandlordStore] { stored }

    private func add(_ number: Int, _ agent: String, _ patience: UInt64) throws {
        let folder = try stores.folder.folder("laptop-\(number)")
        let store = try LandlordStore.create(
            in: folder,
            stores.partition,
            agent: agent,
            label: "tablette \(number)",
            stores.environment()
        )
        let derivation = try KeyDerivation(log2Rounds: 15, parallelism: 1)
        try enrol(number, in: folder, derivation)
        let box = CodeBox()
        let mailbox = stores.folder.path + "/hub"
        try FileManager.default.createDirectory(
            atPath: mailbox,
            withIntermediateDirectories: true
        )
        let world = DeskWorld(
            stores.environment(),
            disk: { HostFolder($0) },
            hub: { custody, store, region, address, _ in
                guard address == Self.hub else { throw HubUnreachable() }
                return try SealedSync(
                    custody,
                    store.replica,
                    HostFolder(mailbox),
                    region: region,
                    obeying: store.carryOut
                ).run()
            },
            spool: { try HostSpool(in: $0) },
            costing: derivation,
            lockingAfter: patience,
            onCode: { box.keep($0) }
        )
        let site = try DeskSite(store, world)
        site.announce()
        stored.append(store)
        sites.append(site)
        codes.append(box)
    }

    /// The first laptop founds the landlord, the others are invited by it.
    private func enrol(_ number: Int, in folder: String, _ derivation: KeyDerivation) throws {
        let world = stores.environment()
        guard number > 0 else {
            let (custody, _) = try DeviceCustody.found(
                in: folder,
                stores.partition,
                under: Self.passphrase,
                costing: derivation,
                world
            )
            return try custody.close()
        }
        let first = try DeviceCustody.unlock(
            in: stored[0].replica.folder,
            with: Self.passphrase,
            costing: derivation,
            world
        )
        let (custody, request) = try DeviceCustody.request(
            in: folder,
            under: Self.passphrase,
            costing: derivation,
            world
        )
        let (invitation, _) = try first.invite(request, into: stores.partition)
        _ = try custody.accept(invitation, code: invitation.code.description)
        try first.close()
        try custody.close()
    }

    func code(_ number: Int = 0) -> String { codes[number].code }

    /// A browser that has no session yet.
    func stranger(_ number: Int = 0) -> Browser { Browser(sites[number]) }

    /// A browser in an unlocked session.
    func browser(_ number: Int = 0) async throws -> Browser {
        let browser = stranger(number)
        try await browser.enter(code(number))
        return browser
    }

    private static func utc(_ text: String) throws -> UTCDay {
        guard let day = UTCDay(iso: text) else { throw DeskTestFailure("day") }
        return day
    }

    static func day() throws -> CalendarDay {
        guard let day = CalendarDay(isoText: dayText) else { throw DeskTestFailure("day") }
        return day
    }

    /// Goes to an hour of the event's day, in France.
    func go(to hour: Int, _ minute: Int = 0) throws {
        let moment = FrenchTime.milliseconds(of: try Self.day(), hour: hour, minute: minute)
        guard let moment else { throw DeskTestFailure("hour") }
        clock.set(moment)
    }

    /// Every laptop hears of what every other wrote.
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

    func person(_ first: String, _ last: String, _ more: [TenantField: String] = [:]) throws
        -> RecordID
    {
        let typed = more.merging([.firstName: first, .lastName: last]) { $1 }
        return try all[0].addTenant(typed).tenant.id
    }

    /// An event with people who are registered for it, known on every laptop.
    func event(
        registering count: Int,
        _ kind: EventKind = .rdvEmploi,
        stops: [String] = []
    ) throws -> RecordID {
        var draft = EventDraft(kind, "Au pied de l’immeuble", on: try Self.day())
        draft.programme = Self.programme
        draft.stops = stops.map { EventDraft.StopDraft(host: $0) }
        let event = try all[0].add(draft)
        for number in 0..<count {
            let id = try person("Prénom\(number)", String(format: "Nom%02d", number))
            try all[0].register(id, for: event)
        }
        try exchange()
        return event
    }
}

struct DeskTestFailure: Error {
    let what: String

    init(_ what: String) { self.what = what }
}
