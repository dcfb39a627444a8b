import Custody
import Desk
import Foundation
import Records
import ReplicaStore
import Tenancy
import TestKit
import Testing

/// « Droits » over pages: requests, the access file, opposition, an erasure on two desks.
struct RightsTests {
    private let laptops: Laptops
    private let tenant: RecordID

    init() throws {
        laptops = try Laptops(2)
        tenant = try laptops.person("Hélène", "Lefèvre", [.phone: "0611223344", .erpRef: "L-42"])
        _ = try laptops.person("Karim", "Durand")
        try laptops.exchange()
    }

    private func exchange(_ desk: Browser, _ folder: String) async -> SeenPage {
        let page = await desk.get("/reglages")
        return await desk.post("/reglages/echanger", ["jeton": page.token, "dossier": folder])
    }

    private func search(_ desk: Browser, _ query: String) async -> SeenPage {
        let page = await desk.get("/locataires")
        return await desk.post("/locataires/chercher", ["jeton": page.token, "q": query])
    }

    /// The page of the person's rights, by the links that an agent follows.
    private func rights(_ desk: Browser) async throws -> SeenPage {
        let found = await search(desk, "lefevre")
        let file = await desk.get(try #require(found.link("LEFÈVRE")))
        return await desk.get(try #require(file.link("Accès, opposition")))
    }

    private func note(_ desk: Browser, _ kind: String, _ day: String = "2026-02-10") async throws
        -> SeenPage
    {
        let page = try await rights(desk)
        return await desk.post(
            page.path + "/demande",
            ["jeton": page.token, "droit": kind, "jour": day]
        )
    }

    @Test func `a request is noted once, with its term, late the day after, closed with a word`()
        async throws
    {
        let desk = try await laptops.browser()
        for _ in 0..<2 { #expect(try await note(desk, "acces").notice == "Demande notée.") }
        #expect(try laptops.all[0].rightsRequests().count == 1)
        let wrong = try await note(desk, "acces", "2026-02-11")
        #expect(wrong.notice.contains("n’a pas été notée"))
        laptops.clock.advance(days: 28)
        #expect(!(await desk.get("/droits").text.contains("en retard")))
        laptops.clock.advance(days: 1)
        let late = await desk.get("/droits")
        #expect(late.text.contains("10/03/2026") && late.text.contains("en retard"))
        #expect(await desk.get("/").text.contains("1\u{A0}demande de droits en retard"))
        let page = try await rights(desk)
        let form = ["jeton": page.token, "demande": page.value("demande") ?? "", "etat": "refusee"]
        #expect(await desk.post("/droits/demande", form).notice.contains("Un refus se motive"))
        let answered = form.merging(["reponse": "identité non établie"]) { $1 }
        for _ in 0..<2 {
            #expect(await desk.post("/droits/demande", answered).notice == "Demande mise à jour.")
        }
        #expect(try laptops.all[0].rightsRequests().first?.status == .refused)
    }

    @Test func `the access file is a download that tells everything, under a name of nobody`()
        async throws
    {
        let desk = try await laptops.browser()
        let page = try await rights(desk)
        for (name, type) in [("acces.html", "text/html"), ("acces.json", "application/json")] {
            let file = await desk.get(page.path + "/" + name)
            #expect(file.status == 200)
            #expect(file.fields["content-disposition"] == "attachment; filename=\"\(name)\"")
            for word in ["Lefèvre", "0611223344", "L-42"] {
                #expect(file.text.contains(word), "\(word) in \(type)")
            }
            #expect(!file.text.contains("Durand"))
        }
        for path in desk.paths { #expect(!path.lowercased().contains("lef")) }
    }

    @Test func `whoever opposed is shown so on the file and on lists, and is not registered`()
        async throws
    {
        let event = try laptops.event(registering: 1)
        let list = try laptops.all[0].registrations(forEvent: event)
        try laptops.all[0].noteRequest(
            of: try #require(list.first).tenant,
            .opposition,
            on: try #require(CalendarDay(isoText: "2026-02-10"))
        )
        let desk = try await laptops.browser()
        _ = try await note(desk, "opposition")
        #expect(await search(desk, "lefevre").text.contains("s’est opposée"))
        #expect(try await rights(desk).text.contains("s’est opposée à l’usage"))
        #expect(try await desk.sheet().text.contains("s’est opposée"))
        #expect(throws: TenancyError.self) {
            try laptops.all[0].register(tenant, for: event)
        }
        let page = try await rights(desk)
        let form = ["jeton": page.token, "demande": page.value("demande") ?? "", "etat": "levee"]
        _ = await desk.post("/droits/demande", form)
        #expect(!(await search(desk, "lefevre").text.contains("s’est opposée")))
        try laptops.all[0].register(tenant, for: event)
    }

    @Test func `an erasure is confirmed on a page, once, and only where the administrator is`()
        async throws
    {
        let desks = [try await laptops.browser(0), try await laptops.browser(1)]
        let elsewhere = try await rights(desks[1])
        #expect(elsewhere.text.contains("Seul le poste de l’administrateur"))
        let refused = await desks[1].post(
            elsewhere.path + "/effacement",
            ["jeton": elsewhere.token, "lu": "1"]
        )
        #expect(refused.notice.contains("Seul le poste de l’administrateur"))
        let page = try await rights(desks[0])
        let confirm = await desks[0].get(try #require(page.link("Préparer")))
        for word in ["Ce qui part", "Ce qui reste", "LEFÈVRE", "bilans déjà arrêtés"] {
            #expect(confirm.text.contains(word), "\(word)")
        }
        let unread = await desks[0].post(confirm.path, ["jeton": confirm.token])
        #expect(unread.notice.contains("Rien n’a été effacé"))
        #expect(try laptops.all[0].tenant(tenant).lastName == "Lefèvre")
        let done = await desks[0].post(confirm.path, ["jeton": confirm.token, "lu": "1"])
        #expect(done.notice.contains("Effacé sur ce poste"))
        let again = await desks[0].post(confirm.path, ["jeton": confirm.token, "lu": "1"])
        #expect(again.status == 410 && again.text.contains("effacé pour de bon"))
        #expect(await search(desks[0], "lefevre").link("LEFÈVRE") == nil)
        #expect(await search(desks[0], "lefevvre").link("LEFÈVRE") == nil)
    }

    @Test func `the certificate counts the laptops and tells no name; work that came late is told`()
        async throws
    {
        let key = try laptops.stores.folder.folder("key")
        let desks = [try await laptops.browser(0), try await laptops.browser(1)]
        for number in [0, 1, 0] { _ = await exchange(desks[number], key) }
        let confirm = await desks[0].get(
            try #require(try await rights(desks[0]).link("Préparer"))
        )
        _ = await desks[0].post(confirm.path, ["jeton": confirm.token, "lu": "1"])
        laptops.clock.advance(milliseconds: 60_000)
        try laptops.all[1].updateTenant(tenant, [.phone: "0699887766"])
        _ = await exchange(desks[0], key)
        let before = await desks[0].get("/droits")
        #expect(before.text.contains("1 sur 2 postes"))
        _ = await exchange(desks[1], key)
        let told = await desks[1].get("/a-traiter")
        #expect(told.text.contains("1\u{A0}saisie sur un dossier effacé n’a pas été gardée"))
        #expect(!told.text.contains("LEFÈVRE"))
        let seen = try #require(told.button("ligne", "Vu"))
        _ = await desks[1].post("/a-traiter", ["jeton": told.token, "ligne": seen])
        #expect(!(await desks[1].get("/a-traiter").text.contains("n’a pas été gardée")))
        _ = await exchange(desks[0], key)
        let list = await desks[0].get("/droits")
        #expect(list.text.contains("2 sur 2 postes"))
        let page = await desks[0].get(try #require(list.link("1\u{A0}personne effacée")))
        let file = await desks[0].get(try #require(page.link("Télécharger")))
        #expect(
            file.fields["content-disposition"]
                == "attachment; filename=\"attestation-effacement.html\""
        )
        for seen in [page, file] {
            #expect(seen.text.contains("poste 1") && seen.text.contains("poste 2"))
            #expect(!seen.text.contains("pas encore"))
            for word in ["Lefèvre", "LEFÈVRE", "Hélène", "Awa", "Benoît"] {
                #expect(!seen.text.contains(word), "\(word)")
            }
        }
        #expect(await search(desks[1], "lefevre").link("LEFÈVRE") == nil)
    }

    @Test func `who was kept long enough is shown, chosen and confirmed; nobody else goes`()
        async throws
    {
        let kept = try laptops.person("Inès", "Marchand")
        for person in [tenant, kept] {
            try laptops.all[0].noteSituation(
                of: person,
                on: try #require(CalendarDay(isoText: "2023-05-02")),
                .none
            )
        }
        let desk = try await laptops.browser()
        let page = await desk.get("/droits/conservation?mois=24")
        #expect(page.text.contains("dernière activité le 02/05/2023"))
        #expect(await desk.get("/droits/conservation?mois=60").text.contains("Personne."))
        let boxes = page.text.matches(of: /name="(p-[^"]*)"/).map { String($0.1) }
        #expect(boxes.count == 2)
        let names = page.text.matches(of: /<strong><a [^>]*>([^<]*)</).map { String($0.1) }
        let place = try #require(names.firstIndex { $0.contains("LEFÈVRE") })
        let none = await desk.post(
            "/droits/conservation/confirmer",
            ["jeton": page.token, "mois": "24"]
        )
        #expect(none.notice.contains("Rien n’a été effacé"))
        let form = ["jeton": page.token, "mois": "24", boxes[place]: "1"]
        let confirm = await desk.post("/droits/conservation/confirmer", form)
        #expect(confirm.text.contains("LEFÈVRE") && !confirm.text.contains("MARCHAND"))
        #expect(try laptops.all[0].tenant(tenant).lastName == "Lefèvre")
        let done = await desk.post("/droits/conservation", form.merging(["lu": "1"]) { $1 })
        #expect(done.notice.contains("Effacé sur ce poste"))
        #expect(throws: TenancyError.self) { try laptops.all[0].tenant(tenant) }
        #expect(try laptops.all[0].tenant(kept).lastName == "Marchand")
    }

    @Test func `the index of names forgets the words of whoever was erased`() throws {
        var index = NameIndex()
        let store = laptops.all[0]
        try index.refresh(store.replica)
        #expect(index.knownWords.isSuperset(of: ["lefevre", "durand"]))
        try store.replica.erase("tenant", id: tenant)
        try index.refresh(store.replica)
        #expect(index.knownWords.isDisjoint(with: ["lefevre", "helene"]))
        #expect(index.knownWords.contains("durand"))
        #expect(index.people(like: "lefevre", limit: 5).isEmpty)
    }
}
