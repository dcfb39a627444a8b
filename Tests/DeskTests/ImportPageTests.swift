import Desk
import Foundation
import GRDB
import InventedPeople
import Records
import ReplicaStore
import Tenancy
import TestKit
import Testing

/// Scenario 7: an extract comes in late, over the pages of the desk.
struct ImportPageTests {
    private let laptops: Laptops
    private var store: LandlordStore { laptops.all[0] }

    init() throws { laptops = try Laptops() }

    private static func fixture(_ name: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: root.appending(path: "sync-fixtures/erp/\(name)")))
    }

    private func id(erpRef: String) throws -> RecordID? {
        try store.replica.read { database in
            try Data.fetchOne(
                database,
                sql: "SELECT id FROM tenant WHERE erp_ref = ?",
                arguments: [erpRef]
            ).flatMap { RecordID(bytes: $0) }
        }
    }

    private func imports() throws -> Int? {
        try store.replica.read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM journal WHERE what = 'import'")
        }
    }

    private func figures(_ page: SeenPage) -> [String] {
        [
            "Gardées", "À jour", "Mises à jour", "Créées", "Conflits", "Rejetées",
            "Doublons du fichier",
        ].map { page.figure($0) ?? "?" }
    }

    @Test func `1,250 rows: 1,020 unchanged, 140 updated, 58 created, 7 conflicts, 18 rejected`()
        async throws
    {
        let desk = try await laptops.browser()
        let initial = await desk.importFile(try Self.fixture("extrait-initial.csv"))
        #expect(initial.report.figure("Créées") == "1 167")
        for edit in LateExtract.agentEdits {
            let tenant = try #require(try id(erpRef: edit.erpRef))
            try store.updateTenant(tenant, [.phone: edit.phone])
        }
        laptops.clock.advance(milliseconds: 60_000)
        let late = try Self.fixture("extrait-tardif.csv")
        let first = await desk.importFile(late)
        let expected = ["1 225", "1 020", "140", "58", "7", "18", "7"]
        #expect(figures(first.preview) == expected)
        #expect(first.preview.text.split(separator: "<fieldset").count == 19)
        #expect(first.preview.text.split(separator: "date de naissance impossible").count == 4)
        #expect(figures(first.report) == expected)
        #expect(first.report.path == "/fichiers/rapport")
        let lines = await desk.get("/fichiers/rapport/csv").text.split(separator: "\r\n")
        #expect(lines.count == 66)
        #expect(lines.filter { $0.contains(";rejetée;") }.count == 18)
        #expect(lines.filter { $0.contains("zéro du début remis") }.count == 28)
        #expect(lines.filter { $0.contains("abîmé par le tableur") }.count == 12)
        let again = await desk.importFile(late)
        #expect(figures(again.report) == ["1 225", "1 218", "0", "0", "7", "18", "7"])
        #expect(again.report.text.contains("écarts avec l’ERP à décider"))
        #expect(try store.erpConflicts().count == 7)
        #expect(try imports() == 2)
    }

    private static let chosen = "NOM_OCC;P;Né le;NIR\nDurand;Awa;01/02/1980;280025935012369\n"

    @Test func `columns are chosen, remembered for the next file, and a NIR is never shown`()
        async throws
    {
        let desk = try await laptops.browser()
        let columns = await desk.upload(Array(Self.chosen.utf8))
        #expect(columns.path == "/fichiers/colonnes")
        #expect(columns.text.contains("Durand") && !columns.text.contains("280025935012369"))
        let unsaid = await desk.go("/fichiers/colonnes", from: columns)
        #expect(unsaid.notice.contains("nom, prénom"))
        let twice = await desk.go(
            "/fichiers/colonnes",
            from: columns,
            ["c0": "last_name", "c1": "last_name"]
        )
        #expect(twice.notice.contains("Deux colonnes"))
        let choice = ["c0": "last_name", "c1": "first_name"]
        let preview = await desk.go("/fichiers/colonnes", from: columns, choice)
        #expect(preview.figure("Créées") == "1")
        #expect(try imports() == 0)
        _ = await desk.go("/fichiers/importer", from: preview)
        let next = await desk.upload(Array(Self.chosen.utf8))
        let again = await desk.go("/fichiers/colonnes", from: next)
        #expect(again.figure("À jour") == "1")
    }

    @Test func `a rejected line is corrected by hand and goes in`() async throws {
        let desk = try await laptops.browser()
        let text = "Nom;Prénom;Né le\n;Awa;01/02/1980\nPetit;Zoé;31/02/1980\n"
        let columns = await desk.upload(Array(text.utf8))
        let preview = await desk.go("/fichiers/colonnes", from: columns)
        #expect(preview.figure("Rejetées") == "2" && preview.figure("Créées") == "0")
        let mended = await desk.go(
            "/fichiers/corriger",
            from: preview,
            ["l2-last_name": "Durand", "l3-birth_date": "nul ne sait"]
        )
        #expect(mended.figure("Rejetées") == "1" && mended.figure("Créées") == "1")
        #expect(mended.text.contains("nul ne sait"))
        _ = await desk.go("/fichiers/importer", from: mended)
        let today = try store.currentDay()
        #expect(try store.findTenants("Durand Awa", today: today).count == 1)
    }

    @Test func `a confirmation that is sent twice imports once`() async throws {
        let desk = try await laptops.browser()
        let columns = await desk.upload(Array("Nom;Prénom;Né le\nPetit;Zoé;01/02/1980\n".utf8))
        let preview = await desk.go("/fichiers/colonnes", from: columns)
        for _ in 0..<2 {
            let report = await desk.go("/fichiers/importer", from: preview)
            #expect(report.path == "/fichiers/rapport")
        }
        #expect(try imports() == 1)
    }

    @Test func `mostly new people are imported only where somebody says that they are`()
        async throws
    {
        let desk = try await laptops.browser()
        _ = try laptops.person("Prénommée", "Connue")
        let columns = await desk.upload(Array("Nom;Prénom;Né le\nPetit;Zoé;01/02/1980\n".utf8))
        let preview = await desk.go("/fichiers/colonnes", from: columns)
        let refused = await desk.go("/fichiers/importer", from: preview)
        #expect(refused.notice.contains("Rien n’a été importé"))
        #expect(try imports() == 0)
        _ = await desk.go("/fichiers/importer", from: preview, ["certain": "1"])
        #expect(try imports() == 1)
    }

    @Test func `a page about another file, or behind the lock, does nothing`() async throws {
        let desk = try await laptops.browser()
        let text = Array("Nom;Prénom;Né le\nPetit;Zoé;01/02/1980\n".utf8)
        let old = await desk.upload(text)
        let columns = await desk.upload(text)
        let stale = await desk.go("/fichiers/colonnes", from: old)
        #expect(stale.notice.contains("autre fichier"))
        let preview = await desk.go("/fichiers/colonnes", from: columns)
        _ = await desk.post("/verrouiller", ["jeton": preview.token])
        let locked = await desk.go("/fichiers/importer", from: preview)
        #expect(locked.text.contains("verrouillé"))
        let file = await desk.send(Upload(preview.token, text).bytes)
        #expect(file.text.contains("verrouillé"))
        #expect(try imports() == 0)
    }

    @Test func `what is given up is forgotten`() async throws {
        let desk = try await laptops.browser()
        let columns = await desk.upload(Array("Nom;Prénom;Né le\nPetit;Zoé;01/02/1980\n".utf8))
        let gone = await desk.go("/fichiers/abandonner", from: columns)
        #expect(gone.notice.contains("abandonné"))
        #expect(await desk.get("/fichiers/apercu").path == "/fichiers")
    }
}
