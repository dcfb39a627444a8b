import Records
import ReplicaStore
import Tenancy
import TestKit
import Testing

/// A person's file that goes to another landlord, with the person's consent and not without.
struct TransferTests {
    private let laptops: Laptops
    private let tenant: RecordID

    init() throws {
        laptops = try Laptops(2)
        let (made, _) = try laptops.a.addTenant([
            .lastName: "Essai", .firstName: "Dominique", .phone: "0639980011",
            .email: "dominique@exemple.invalid", .dwellingRef: "LOG-12", .erpRef: "L-9",
        ])
        tenant = made.id
        try laptops.exchange()
    }

    private func consent(_ fields: Set<TenantField> = Transfer.usualFields) throws -> RecordID {
        try laptops.a.noteConsent(
            of: tenant,
            toTransferTo: "B6",
            on: unwrap(CalendarDay(isoText: "2026-02-10")),
            .oral,
            fields: fields
        )
    }

    private func pack(_ transfer: RecordID) throws -> TransferPack {
        try laptops.a.packTransfer(transfer) { $0 }
    }

    private func message(_ work: () throws -> Void) -> String? {
        do {
            try work()
            return nil
        } catch let error as TenancyError { return error.description } catch { return "\(error)" }
    }

    private func phone(_ store: LandlordStore) -> String? {
        message { try store.updateTenant(tenant, [.phone: "0639980012"]) }
    }

    @Test func `only the fields that the person agreed to go, and never those of the dwelling`()
        throws
    {
        let pack = try pack(consent([.lastName, .firstName, .phone]))
        #expect(
            pack.typed == [
                .lastName: "Essai", .firstName: "Dominique", .phone: "0639980011",
            ]
        )
        #expect(try TransferPack(bytes: pack.bytes()) == pack)
        #expect(message { _ = try consent([.lastName, .firstName, .dwellingRef]) } != nil)
        #expect(message { _ = try consent([.lastName]) } != nil)
    }

    @Test func `without a consent that stands no pack is made and the file is written as before`()
        throws
    {
        let transfer = try consent()
        try laptops.a.withdrawConsent(transfer)
        let refused = message { _ = try pack(transfer) }
        #expect(refused?.contains("[no-consent]") == true)
        #expect(phone(laptops.a) == nil)
        #expect(message { try laptops.a.withdrawConsent(transfer) } != nil)
    }

    @Test func `a pack that could not be sealed leaves everything as it was`() throws {
        struct Failure: Error {}
        let transfer = try consent()
        #expect(throws: Failure.self) {
            try laptops.a.packTransfer(transfer) { _ in throw Failure() }
        }
        #expect(try laptops.a.transfers().map(\.state) == [.consented])
        #expect(phone(laptops.a) == nil)
    }

    @Test
    func `a file that was sent is read only on every laptop, until the consent is taken back`()
        throws
    {
        let event = try laptops.event()
        let transfer = try consent()
        _ = try pack(transfer)
        try laptops.exchange()
        for store in [laptops.a, laptops.b] {
            #expect(phone(store)?.contains("[transferred]") == true)
            let refused = message { try store.register(tenant, for: event) }
            #expect(refused?.contains("[transferred]") == true)
            #expect(try store.tenant(tenant).phone == "0639980011")
        }
        #expect(message { _ = try consent() }?.contains("[transferred]") == true)
        try laptops.a.withdrawConsent(transfer)
        #expect(phone(laptops.a) == nil)
    }

    @Test func `a pack of another landlord, for another, or accepted before is refused`() throws {
        let pack = try pack(consent())
        let other = try LandlordStore.create(
            in: laptops.stores.folder.folder("other"),
            TestStores.partition("B6", SeededEntropy(6)),
            agent: "Essai",
            label: "poste",
            laptops.stores.environment()
        )
        #expect(
            message { _ = try other.accept(pack, from: "B7") }?.contains("[other-landlord]") == true
        )
        #expect(message { _ = try laptops.b.accept(pack, from: "B4") } != nil)
        let (first, none) = try other.addTenant([
            .lastName: "Essai", .firstName: "Dominique",
            .phone: "0639980011",
        ])
        #expect(none.isEmpty)
        let (arrived, duplicates) = try other.accept(pack, from: "B4")
        #expect(duplicates.count == 1, "the file that stood there already is named")
        #expect(first.id != arrived.id)
        #expect(message { _ = try other.accept(pack, from: "B4") }?.contains("[reused]") == true)
        #expect(try other.transfers().map(\.state) == [.accepted])
        let bytes = try pack.bytes()
        #expect(message { _ = try TransferPack(bytes: Array(bytes.dropLast())) } != nil)
    }
}
