import Custody
import Exchange
import Foundation
import GRDB
import HostSystem
import Membership
import Records
import ReplicaStore
import Sealing
import Statistics
import Tenancy
import TestKit
import Testing

/// The enrolled laptops of one invented landlord and the folder in which they meet; the first is the
/// administrator's.
final class ThreeLaptops {
    struct Laptop {
        let store: LandlordStore
        let custody: DeviceCustody

        var office: ErasureOffice { ErasureOffice(store, custody) }
    }

    static let programme = "phase-1"
    static let phrase = "une phrase inventée pour les tests"
    /// What must be found nowhere afterwards.
    static let canaries = ["Canarinom", "Canariprenom", "0612349876", "CANARI-REF"]

    let stores: TestStores
    let share: String
    private(set) var laptops: [Laptop] = []

    var a: Laptop { laptops[0] }
    var b: Laptop { laptops[1] }
    var c: Laptop { laptops[2] }

    /// It is Monday 9 February 2026.
    init(_ count: Int = 3, seed: UInt64 = 1) throws {
        stores = try TestStores(seed: seed)
        share = try stores.folder.folder("share")
        try go(to: "2026-02-09")
        for number in 0..<count { try join(number) }
        try a.store.declare(
            try Programme(
                code: Self.programme,
                name: "Phase 1",
                objective: 400,
                start: try #require(UTCDay(iso: "2026-01-01")),
                end: try #require(UTCDay(iso: "2026-12-31"))
            )
        )
        try syncAll()
    }

    func go(to day: String, _ hour: Int = 10) throws {
        let day = try #require(CalendarDay(isoText: day))
        stores.clock.set(try #require(FrenchTime.milliseconds(of: day, hour: hour, minute: 0)))
    }

    func join(_ number: Int) throws {
        let folder = try stores.folder.folder("laptop-\(number)")
        let store = try LandlordStore.create(
            in: folder,
            stores.partition,
            agent: ["Awa", "Benoît", "Chloé", "Driss"][number],
            label: "tablette \(number)",
            stores.environment()
        )
        laptops.append(Laptop(store: store, custody: try enrol(number, folder)))
    }

    private func enrol(_ number: Int, _ folder: String) throws -> DeviceCustody {
        let derivation = try KeyDerivation(log2Rounds: 15, parallelism: 1)
        guard number > 0 else {
            return try DeviceCustody.found(
                in: folder,
                stores.partition,
                under: Self.phrase,
                costing: derivation,
                stores.environment()
            ).custody
        }
        let (custody, request) = try DeviceCustody.request(
            in: folder,
            under: Self.phrase,
            costing: derivation,
            stores.environment()
        )
        let (invitation, _) = try a.custody.invite(request, into: stores.partition)
        _ = try custody.accept(invitation, code: invitation.code.description)
        return custody
    }

    @discardableResult
    func sync(_ laptop: Laptop, _ folder: String? = nil) throws -> SyncReport {
        stores.clock.advance(milliseconds: 60_000)
        return try SealedSync(
            laptop.custody,
            laptop.store.replica,
            HostFolder(folder ?? share),
            obeying: laptop.store.carryOut
        ).run()
    }

    func syncAll() throws {
        for _ in 0..<2 { for laptop in laptops { try sync(laptop) } }
    }

    /// Somebody whose every value is a canary.
    func canary() throws -> RecordID {
        try a.store.addTenant([
            .lastName: "Canarinom", .firstName: "Canariprenom", .phone: "06 12 34 98 76",
            .erpRef: "CANARI-REF", .birthDate: "04/05/1990",
        ]).tenant.id
    }

    func person(_ number: Int, on laptop: Laptop? = nil) throws -> RecordID {
        try (laptop ?? a).store.addTenant([
            .lastName: "Nom\(number)", .firstName: "Prénom\(number)",
        ])
        .tenant.id
    }

    func event(on day: String) throws -> RecordID {
        var draft = EventDraft(.rdvEmploi, "Au pied de l’immeuble", on: try self.day(day))
        draft.programme = Self.programme
        return try a.store.add(draft)
    }

    func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(isoText: text)) }

    func found(_ query: String, on laptop: Laptop) throws -> Int {
        try laptop.store.findTenants(query, today: try laptop.store.currentDay()).count
    }

    func certificate(on laptop: Laptop? = nil) throws -> ErasureCertificate {
        let laptop = laptop ?? a
        return try #require(
            try laptop.store.certificates(
                try laptop.custody.log().roster,
                try laptop.custody.heads(),
                of: laptop.custody.device
            ).first
        )
    }

    /// Whether every store is sound and holds nobody's canary, nor does what lies in the folders.
    func expectNobody() throws {
        for laptop in laptops { #expect(try laptop.store.replica.verify().isSound) }
        #expect(try FolderScan(stores.folder.path).found(Self.canaries) == [])
    }

    func participants(on laptop: Laptop) throws -> Int {
        try laptop.store.indicators(.programme(Self.programme)).counts[.participants]
    }
}
