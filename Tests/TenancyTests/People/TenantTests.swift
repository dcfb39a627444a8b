import Records
import ReplicaStore
import Tenancy
import Testing

struct TenantTests {
    private let world: PeopleWorld
    private var store: LandlordStore { world.a }

    init() throws { world = try PeopleWorld() }

    private func add(_ more: [TenantField: String] = [:]) throws -> Tenant {
        let typed: [TenantField: String] = [.lastName: "Lefèvre", .firstName: "Zoé"]
        return try store.addTenant(typed.merging(more) { $1 }).tenant
    }

    @Test func `what is typed is kept in the form that the import gives`() throws {
        let tenant = try add([
            .lastName: "  Lefe\u{300}vre\u{A0} ", .birthDate: "01/02/1980", .title: "Mme",
            .phone: "+33 6 39 98 01 02", .email: "Zoe@Example.ORG", .communeCode: "2691",
            .qpvCode: "qn00201m", .residence: "",
        ])
        #expect(Array(tenant.lastName.utf8) == Array("Lefèvre".utf8))
        #expect(tenant[.birthDate] == "1980-02-01")
        #expect(tenant.title == .madame)
        #expect(tenant.phone == "0639980102")
        #expect(tenant.email == "zoe@example.org")
        #expect(tenant.communeCode == "02691")
        #expect(tenant.qpvCode == "QN00201M")
        #expect(tenant.residence == nil)
        #expect(try store.tenant(tenant.id) == tenant)
        #expect(try store.journal() == ["creation"])
    }

    @Test(arguments: [
        (TenantField.birthDate, "11/02/2026", "future"), (.birthDate, "31/02/1980", "never was"),
        (.birthDate, "31/12/1899", "1900"), (.birthDate, "hier", "dd/mm/yyyy"),
        (.birthDate, "01/02/80", "dd/mm/yyyy"), (.phone, "12", "telephone"),
        (.email, "zoe", "e-mail"), (.title, "Dr", "Mme"), (.lastName, "", "missing"),
        (.firstName, "?", "letter"), (.erpRef, "1,25E+08", "spreadsheet"),
        (.address, "1 80 02 02 691 001 02", "social security"),
        (.address, String(repeating: "x", count: 1_001), "longer"),
    ])
    func `a bad value is refused by the name of its field, and nothing is written`(
        field: TenantField,
        text: String,
        word: String
    ) throws {
        let before = store.replica.versionVector
        let refusal = #expect(throws: TenancyError.self) { try add([field: text]) }
        #expect(refusal?.code == .badValue)
        #expect(refusal?.description.contains("‘\(field.rawValue)’") == true)
        #expect(refusal?.description.contains(word) == true)
        #expect(refusal?.description.contains("Lefèvre") == false)
        #expect(store.replica.versionVector == before)
        #expect(try store.count("tenant") == 0)
    }

    @Test func `only what changes is written: the same again writes nothing`() throws {
        let tenant = try add([.phone: "0639980102", .email: "zoe@example.org"])
        let before = store.replica.versionVector
        try store.updateTenant(tenant.id, [.phone: "06 39 98 01 02", .lastName: "Lefèvre"])
        #expect(store.replica.versionVector == before)
        let changed = try store.updateTenant(tenant.id, [.phone: "0639980103", .email: ""])
        #expect(changed.phone == "0639980103")
        #expect(changed.email == nil)
        #expect(store.replica.versionVector != before)
        #expect(try store.journal() == ["creation"])
    }

    @Test func `a name is not cleared, and nobody is no tenant`() throws {
        let tenant = try add()
        #expect(throws: TenancyError.self) {
            try store.updateTenant(tenant.id, [.firstName: ""])
        }
        let nobody = try #require(RecordID("00000000-0000-0000-0000-000000000001"))
        let refusal = #expect(throws: TenancyError.self) { try store.tenant(nobody) }
        #expect(refusal?.code == .notFound)
        #expect(try store.tenant(tenant.id).firstName == "Zoé")
    }

    @Test func `two laptops that edit different fields of one tenant have no conflict`() throws {
        let tenant = try add([.phone: "0639980102", .email: "zoe@example.org"])
        try world.exchange()
        try world.a.updateTenant(
            tenant.id,
            [.phone: "0639980103", .email: "zoe@example.org"]
        )
        try world.b.updateTenant(tenant.id, [.phone: "0639980102", .email: "zoe@example.net"])
        try world.exchange()
        #expect(try world.a.replica.conflicts().isEmpty)
        #expect(try world.b.tenant(tenant.id).phone == "0639980103")
        #expect(try world.a.tenant(tenant.id).email == "zoe@example.net")
    }

    @Test func `an unknown commune or QPV is kept and listed to verify, an old commune is not`()
        throws
    {
        let known = try add([.communeCode: "02691", .qpvCode: "QN00201M"])
        let odd = try add([.communeCode: "99999", .qpvCode: "quartier nord"])
        let listed = try store.tenantsToVerify()
        #expect(listed.map(\.tenant.id) == [odd.id])
        #expect(listed.first?.fields == [.communeCode, .qpvCode])
        #expect(odd.qpvCode == "QUARTIER NORD")
        #expect(known.communeCode == "02691")
    }

    @Test func `a row is named by its first digits, unless others begin so`() throws {
        let tenant = try add()
        let digits = tenant.id.description
        #expect(try store.resolve(digits, in: "tenant") == tenant.id)
        #expect(try store.resolve(digits.prefix(7).uppercased(), in: "tenant") == tenant.id)
        _ = try add()
        for (text, code) in [
            (String(digits.prefix(8)), TenancyError.Code.ambiguous), ("ffff", .notFound),
            ("01", .badValue), ("zzzz", .badValue), (digits + "0", .badValue),
        ] {
            let refusal = #expect(throws: TenancyError.self) {
                try store.resolve(text, in: "tenant")
            }
            #expect(refusal?.code == code)
        }
    }
}
