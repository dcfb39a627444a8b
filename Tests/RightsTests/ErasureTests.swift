import Causality
import Custody
import Exchange
import Foundation
import GRDB
import Membership
import Records
import ReplicaStore
import Sealing
import Statistics
import Tenancy
import TestKit
import Testing

/// Orders to erase: on every laptop, whatever comes late, and at nobody's word but the administrator's.
struct ErasureTests {
    private let world: ThreeLaptops
    private let tenant: RecordID
    private let event: RecordID

    init() throws {
        world = try ThreeLaptops()
        tenant = try world.canary()
        event = try world.event(on: "2026-02-09")
        try world.syncAll()
    }

    private func order() throws { try world.a.office.order([tenant], .request) }

    private func isHere(_ id: RecordID, on laptop: ThreeLaptops.Laptop) throws -> Bool {
        try laptop.store.replica.read { try Tenant.find(id, $0) != nil }
    }

    @Test func `an order that no entry of the log covers is not carried out`() throws {
        try world.b.store.replica.write { transaction in
            try transaction.insert(
                "erasure_order",
                id: transaction.newID(),
                [
                    "rows": .text("tenant \(tenant)"),
                    "ordered_at": .integer(Int64(transaction.milliseconds)),
                    "ordered_by": "poste 1", "due_on": "2026-03-09", "cause": "demande",
                    "people": 1,
                ]
            )
        }
        try world.syncAll()
        for laptop in world.laptops {
            #expect(try isHere(tenant, on: laptop))
            #expect(try laptop.store.erasureReceipts().isEmpty)
        }
    }

    @Test func `an order to which somebody added a person is not carried out where it was not yet`()
        throws
    {
        let other = try world.person(1)
        try world.syncAll()
        try order()
        try world.sync(world.a)
        // B hears of the order as everybody does, and adds somebody to it before C hears of it.
        try world.sync(world.b)
        try world.b.store.replica.write { transaction in
            try transaction.database.execute(
                sql: "UPDATE erasure_order SET \"rows\" = \"rows\" || ?",
                arguments: ["\ntenant \(other)"]
            )
        }
        for laptop in [world.b, world.c, world.a, world.b, world.c] { try world.sync(laptop) }
        for laptop in world.laptops { #expect(try isHere(other, on: laptop)) }
        #expect(try world.c.store.genuineOrders(world.c.custody.log().roster.erasures).isEmpty)
    }

    @Test func `only the administrator orders`() throws {
        #expect(throws: CustodyError.self) {
            try world.b.office.order([tenant], .request)
        }
        #expect(try world.a.office.isHere && !world.b.office.isHere)
        try world.syncAll()
        for laptop in world.laptops { #expect(try isHere(tenant, on: laptop)) }
    }

    @Test func `an order carried out again changes nothing, and a second one is refused`() throws {
        try order()
        try world.syncAll()
        let receipts = try world.a.store.erasureReceipts()
        let erased = try world.a.store.replica.erasedRows()
        for _ in 0..<3 {
            for laptop in world.laptops {
                try laptop.store.carryOut(try laptop.custody.log().roster.erasures)
            }
            try world.syncAll()
        }
        #expect(Set(try world.a.store.erasureReceipts()) == Set(receipts))
        #expect(try world.a.store.replica.erasedRows() == erased)
        #expect(throws: TenancyError.self) { try order() }
        #expect(try world.a.custody.log().roster.erasures.count == 1)
    }

    @Test func `every merged file of the person goes`() throws {
        let twin = try world.a.store.addTenant([
            .lastName: "Canarinom", .firstName: "Canariprenom", .phone: "06 12 34 98 76",
        ]).tenant.id
        try world.a.store.merge(keep: tenant, merge: twin, taking: [.phone])
        try world.syncAll()
        try order()
        try world.syncAll()
        for laptop in world.laptops {
            #expect(try !isHere(tenant, on: laptop) && !isHere(twin, on: laptop))
            #expect(try laptop.store.merges().isEmpty)
        }
        try world.expectNobody()
    }

    @Test func `a file merged elsewhere meanwhile stands again, and the administrator is told`()
        throws
    {
        let other = try world.person(7)
        try world.syncAll()
        try order()
        try world.sync(world.a)
        try world.c.store.merge(keep: tenant, merge: other)
        for laptop in [world.c, world.a, world.b, world.a] { try world.sync(laptop) }
        for laptop in world.laptops {
            #expect(try laptop.store.tenant(other).lastName == "Nom7")
            #expect(try world.found("Nom7", on: laptop) == 1)
        }
        #expect(try world.a.store.linkedFiles() == [other])
        try world.expectNobody()
    }

    @Test func `what came by another road before the order was heard of is erased when it comes`()
        throws
    {
        let key = try world.stores.folder.folder("key")
        try order()
        try world.sync(world.a)
        // C has not heard of it, ticks, and leaves it on a key that A reads later.
        try world.go(to: "2026-02-10")
        var tick = Tick(tenant, at: event, AttendanceMark(.seen, .typed))
        tick.walkIn = true
        try world.c.store.checkIn(tick)
        try world.sync(world.c, key)
        try world.sync(world.a, key)
        #expect(try world.participants(on: world.a) == 0)
        for _ in 0..<2 { for laptop in world.laptops { try world.sync(laptop) } }
        #expect(try world.c.store.erasureNotices().map(\.refused) == [1])
        #expect(try world.a.store.erasureNotices().isEmpty)
        for laptop in world.laptops {
            let left = try laptop.store.replica.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM attendance") ?? -1
            }
            #expect(left == 0)
        }
        for laptop in world.laptops { try world.sync(laptop, key) }
        try world.expectNobody()
    }

    @Test func `a laptop that never hears is named by its number, and one that joins confirms too`()
        throws
    {
        try order()
        for laptop in [world.a, world.b, world.a] { try world.sync(laptop) }
        try world.join(3)
        for number in [0, 3, 0] { try world.sync(world.laptops[number]) }
        let certificate = try world.certificate()
        #expect(certificate.confirmed == 3)
        #expect(
            certificate.confirmations.filter { $0.doneAt == nil }.map(\.station) == ["poste 3"]
        )
        #expect(try !isHere(tenant, on: world.laptops[3]))
    }

    @Test func `a receipt that somebody wrote for a colleague counts for nobody`() throws {
        try order()
        for laptop in [world.a, world.b] { try world.sync(laptop) }
        let order = try #require(try world.a.custody.log().roster.erasures.first).id
        let away = world.c.store.replica.id
        try world.b.store.replica.write { transaction in
            try transaction.insert(
                "erasure_receipt",
                id: .natural("erasure_receipt", order.bytes, away.bytes),
                [
                    "order": .blob(order.bytes), "replica": .blob(away.bytes),
                    "done_at": .integer(Int64(transaction.milliseconds)), "refused": 0, "seen": 0,
                ]
            )
        }
        for laptop in [world.b, world.a] { try world.sync(laptop) }
        #expect(try world.certificate().confirmed == 2)
    }

    @Test func `nothing is written to an erased person, and the next extract leaves them out`()
        throws
    {
        let text = """
            Code locataire;Nom;Prénom;Date de naissance
            CANARI-REF;Canarinom;Canariprenom;04/05/1990
            L-2;Durand;Karim;05/06/1980
            """
        try order()
        #expect(throws: TenancyError.erased) { try world.a.store.tenant(tenant) }
        #expect(throws: TenancyError.erased) { try world.a.store.register(tenant, for: event) }
        #expect(throws: TenancyError.erased) {
            try world.a.store.noteSituation(
                of: tenant,
                on: try world.day("2026-02-09"),
                .none
            )
        }
        let file = try ErpFile(bytes: Array(text.utf8), today: try world.day("2026-02-09"))
        for expected in [1, 0] {
            let report = try world.a.store.importErp(file)
            #expect(report.erased == [2])
            #expect(report.created == expected && report.rejected.isEmpty)
        }
        #expect(try world.found("Canarinom", on: world.a) == 0)
        try world.syncAll()
        try world.expectNobody()
    }
}

extension TenancyError {
    fileprivate static let erased = TenancyError(
        .erased,
        "the file was erased at an order of the administrator: nothing is written to it any more"
    )
}
