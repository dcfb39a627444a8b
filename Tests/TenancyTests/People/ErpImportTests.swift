import Records
import ReplicaStore
import Tenancy
import Testing

/// The rules of an import, on files of a few rows.
struct ErpImportTests {
    private static let header = "Réf. locataire;Nom;Prénom;Né le;Téléphone;Courriel;Code INSEE\n"

    private let world: PeopleWorld
    private var store: LandlordStore { world.a }

    init() throws { world = try PeopleWorld() }

    @discardableResult
    private func take(_ rows: String...) throws -> ImportReport {
        world.pass(minutes: 1)
        return try store.importErp(
            try world.file(Self.header + rows.joined(separator: "\n") + "\n")
        )
    }

    private func tally(_ report: ImportReport) -> [Int] {
        [report.created, report.updated, report.unchanged, report.conflicts]
    }

    private func only() throws -> Tenant {
        let found = try store.findTenants("martin", today: world.today)
        #expect(found.count == 1)
        return try #require(found.first)
    }

    @Test func `an empty cell, a dropped number or an absent column clears nothing`() throws {
        try take("L-1;Martin;Zoé;01/02/1980;0639980102;zoe@example.org;02691")
        let before = try only()
        #expect(tally(try take("L-1;Martin;Zoé;01/02/1980;6,12E+08;;")) == [0, 0, 1, 0])
        let few = try world.file("Nom;Prénom;Né le\nMartin;Zoé;01/02/1980\n")
        #expect(tally(try store.importErp(few)) == [0, 0, 1, 0])
        #expect(try only() == before)
    }

    @Test func `a file typed by an agent gets what it lacks; what differs is a conflict`() throws {
        let typed = try store.addTenant([
            .lastName: "MARTIN", .firstName: "Zoe", .birthDate: "01/02/1980",
            .phone: "0639980109",
        ]).tenant
        let report = try take("L-1;Martin;Zoé;01/02/1980;0639980102;zoe@example.org;02691")
        #expect(tally(report) == [0, 0, 0, 1])
        let tenant = try only()
        #expect(tenant.id == typed.id)
        #expect(tenant.lastName == "MARTIN")
        #expect(tenant.phone == "0639980109")
        #expect(tenant.email == "zoe@example.org")
        #expect(tenant.erpRef == "L-1")
        #expect(try store.erpConflicts().map(\.field) == [.phone])
    }

    @Test func `a correction of accents in the ERP reaches a file that nobody edited`() throws {
        try take("L-1;Martin;Zoe;01/02/1980;;;")
        #expect(tally(try take("L-1;Martin;Zoé;01/02/1980;;;")) == [0, 1, 0, 0])
        #expect(try only().firstName == "Zoé")
    }

    @Test func `what an agent cleared stays cleared until the ERP says something new`() throws {
        try take("L-1;Martin;Zoé;01/02/1980;0639980102;;")
        try store.updateTenant(try only().id, [.phone: ""])
        #expect(tally(try take("L-1;Martin;Zoé;01/02/1980;0639980102;;")) == [0, 0, 1, 0])
        #expect(try only().phone == nil)
        #expect(tally(try take("L-1;Martin;Zoé;01/02/1980;0639980103;;")) == [0, 0, 0, 1])
        #expect(try only().phone == nil)
    }

    @Test func `a conflict ends when both say the same`() throws {
        try take("L-1;Martin;Zoé;01/02/1980;0639980102;;")
        try store.updateTenant(try only().id, [.phone: "0639980103"])
        #expect(try take("L-1;Martin;Zoé;01/02/1980;0639980104;;").conflicts == 1)
        #expect(tally(try take("L-1;Martin;Zoé;01/02/1980;0639980103;;")) == [0, 0, 1, 0])
        #expect(try store.erpConflicts().isEmpty)
    }

    @Test func `first name and telephone find a file of another spelling, where it is alone`()
        throws
    {
        _ = try store.addTenant([
            .lastName: "Martin-Zola", .firstName: "Zoé", .phone: "0639980102",
        ])
        #expect(try take("L-1;Martin;Zoé;01/02/1980;0639980102;;").conflicts == 1)
        _ = try store.addTenant([
            .lastName: "Durand", .firstName: "Paul", .phone: "0639980107",
        ])
        _ = try store.addTenant([
            .lastName: "Dupont", .firstName: "Paul", .phone: "0639980107",
        ])
        #expect(tally(try take("L-2;Petit;Paul;01/02/1981;0639980107;;")) == [1, 0, 0, 0])
        #expect(try store.duplicates().count == 3)
    }

    @Test func `father and son with one first name and one telephone stay two people`() throws {
        try take("L-1;Exemple;Jean;01/02/1950;0639980102;;")
        #expect(tally(try take("L-2;Exemple;Jean;03/04/1985;0639980102;;")) == [1, 0, 0, 0])
        #expect(try store.duplicates().count == 1)
    }

    @Test func `one person under two references of one file is two files, import after import`()
        throws
    {
        let rows = ["L-1;Martin;Zoé;01/02/1980;0639980102;;", "L-2;Martin;Zoé;01/02/1980;;;"]
        #expect(tally(try take(rows[0], rows[1])) == [2, 0, 0, 0])
        let vector = store.replica.versionVector
        #expect(tally(try take(rows[1], rows[0])) == [0, 0, 2, 0])
        #expect(store.replica.versionVector == vector)
        #expect(try store.duplicates().map(\.reasons) == [[.sameNameAndBirth]])
    }

    @Test func `after their merge the kept reference speaks for both, in either order`() throws {
        let rows = ["L-1;Martin;Zoé;01/02/1980;0639980102;;", "L-2;Martin;Zoé;01/02/1980;;;"]
        try take(rows[0], rows[1])
        let pair = try #require(try store.duplicates().first)
        let kept = pair.first.erpRef == "L-1" ? pair.first : pair.second
        let other = pair.first.erpRef == "L-1" ? pair.second : pair.first
        try store.merge(keep: kept.id, merge: other.id)
        let vector = store.replica.versionVector
        for order in [rows, rows.reversed()] {
            let report = try take(order[0], order[1])
            #expect(tally(report) == [0, 0, 1, 0])
            #expect(report.duplicatesInFile.count == 1)
        }
        #expect(store.replica.versionVector == vector)
    }

    @Test func `a tenant with a new reference keeps their file`() throws {
        try take("L-1;Martin;Zoé;01/02/1980;0639980102;;")
        let id = try only().id
        #expect(tally(try take("N-77;Martin;Zoé;01/02/1980;0639980102;;")) == [0, 1, 0, 0])
        #expect(try only().id == id)
        #expect(try only().erpRef == "N-77")
        #expect(tally(try take("L-1;Petit;Luc;01/02/1990;;;")) == [1, 0, 0, 0])
    }

    @Test func `an unknown commune is kept and listed by line`() throws {
        let report = try take(
            "L-1;Martin;Zoé;01/02/1980;;;99999",
            "L-2;Petit;Luc;01/02/1990;;;02691"
        )
        #expect(report.toVerify == [2])
        #expect(try store.tenantsToVerify().map(\.tenant.erpRef) == ["L-1"])
    }

    @Test func `columns that are never read, or not known, are named`() throws {
        let text = "Nom;Prénom;Né le;NIR;Balcon\nMartin;Zoé;01/02/1980;180020269100102;oui\n"
        let report = try store.importErp(try world.file(text))
        #expect(report.droppedColumns.map(\.header) == ["NIR"])
        #expect(report.ignoredColumns.map(\.header) == ["Balcon"])
        #expect(try store.dump().allSatisfy { !$0.contains("180020269100102") })
    }

    @Test func `the day of the extract is read from its column`() throws {
        let text = "Nom;Prénom;Né le;Extrait le\nMartin;Zoé;01/02/1980;09/02/2026\n"
        #expect(try store.importErp(try world.file(text)).extractedOn?.isoText == "2026-02-09")
    }

    @Test(arguments: [
        "", "Nom;Prénom\nMartin;Zoé\n", "Nom;Prénom;Né le\nMartin;\"Zoé;01/02/1980\n",
        "Nom\u{0};Prénom;Né le\nMartin;Zoé;01/02/1980\n", "MARTIN;Zoé;01/02/1980\n",
    ])
    func `a file that is refused leaves the store as it is`(text: String) throws {
        try take("L-1;Martin;Zoé;01/02/1980;;;")
        let vector = store.replica.versionVector
        #expect(throws: ImportFailure.self) { try store.importErp(try world.file(text)) }
        #expect(store.replica.versionVector == vector)
        #expect(try store.count("tenant") == 1)
    }

    @Test func `a file of nothing but bad rows writes nothing`() throws {
        let vector = store.replica.versionVector
        let report = try take("L-1;;Zoé;01/02/1980;;;", "L-2;Martin;Zoé;31/02/1980;;;", "too;short")
        #expect(report.rejected.map(\.line) == [2, 3, 4])
        #expect(report.kept == 0)
        #expect(store.replica.versionVector == vector)
        #expect(try store.journal().isEmpty)
    }
}
