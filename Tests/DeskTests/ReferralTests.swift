import Desk
import Foundation
import Records
import Tenancy
import TestKit
import Testing

/// Orientations: sent, answered with one tap, asked again, handed over to who may be told.
struct ReferralTests {
    private let laptops: Laptops
    private let person: RecordID
    private let mission: RecordID

    init() throws {
        laptops = try Laptops(2)
        person = try laptops.person(
            "Hélène",
            "Lefevre",
            [
                .title: "Mme", .phone: "0611223344", .address: "3 rue des Lilas",
                .birthDate: "01/02/1980", .erpRef: "L-0042",
            ]
        )
        mission = try laptops.all[0].addPartner(.institution(.ml), "Mission locale du centre")
    }

    private func send(_ desk: Browser, to partner: String = "Mission", need: String = "mobilite")
        async throws -> SeenPage
    {
        let page = try await desk.file("Lefevre")
        let form = [
            "cle": page.key("o"), "partenaire": try #require(page.option(partner)),
            "besoin": need, "jour": "2026-02-10",
        ]
        for _ in 0..<2 { _ = await desk.fill("orientation", form, on: page) }
        let list = await desk.get("/orientations")
        return await desk.get(try #require(list.link("LEFEVRE")))
    }

    private func agree(_ desk: Browser, on page: SeenPage, all: Bool = false) async -> SeenPage {
        await desk.fill(
            "accord",
            [
                "cle": page.value("cle") ?? "", "portee": all ? "tous" : "un", "mode": "signature",
                "jour": "2026-02-10",
            ],
            on: page
        )
    }

    @Test func `sent twice it is one; one tap answers, twice is once, an old page writes nothing`()
        async throws
    {
        let desk = try await laptops.browser()
        let page = try await send(desk)
        #expect(try laptops.all[0].referrals().count == 1)
        let list = await desk.get("/orientations")
        let accept = try #require(list.button("geste", "Acceptée"))
        let expire = try #require(page.button("geste", "Expirée"))
        for _ in 0..<2 {
            let form = ["jeton": list.token, "geste": accept, "depuis": "liste"]
            let told = await desk.post("/orientations/repondre", form)
            #expect(told.notice.contains("acceptée le 10/02/2026"))
            #expect(told.path.hasPrefix("/orientations?etat=ouverte"))
        }
        let stale = await desk.post(
            "/orientations/repondre",
            ["jeton": page.token, "geste": expire]
        )
        #expect(stale.notice.contains("entre-temps"))
        #expect(try laptops.all[0].referrals()[0].status == .accepted)
        #expect(await desk.get("/orientations").text.contains("Aucune orientation ici"))
        #expect(await desk.get("/orientations?etat=acceptee").link("LEFEVRE") != nil)
    }

    @Test func `a refusal needs its reason, and who was received is not refused`() async throws {
        let desk = try await laptops.browser()
        let page = try await send(desk)
        let without = await desk.fill("refuser", ["vu": page.value("vu") ?? ""], on: page)
        #expect(without.notice.contains("dites pourquoi"))
        let form = ["vu": page.value("vu") ?? "", "raison": "Complet jusqu’en mars"]
        let refused = await desk.fill("refuser", form, on: page)
        #expect(refused.text.contains("Complet jusqu’en mars"))
        let received = try #require(refused.button("geste", "Reçu"))
        let post = ["jeton": refused.token, "geste": received]
        let told = await desk.post("/orientations/repondre", post)
        #expect(told.notice.contains("reçu le 10/02/2026"))
        #expect(!told.text.contains("/refuser\""))
        let late = await desk.fill(
            "refuser",
            ["vu": told.value("vu") ?? "", "raison": "non"],
            on: page
        )
        #expect(late.notice.contains("entre-temps") || late.notice.contains("déjà été reçue"))
        #expect(try laptops.all[0].referrals()[0].status == .accepted)
    }

    @Test func `on the eighth day the partner is to be asked again, and the day before not`()
        async throws
    {
        let desk = try await laptops.browser()
        _ = try await send(desk)
        laptops.clock.advance(days: 7)
        #expect(await desk.get("/").text.contains("Rien à traiter"))
        laptops.clock.advance(days: 1)
        let words = "1 orientation sans réponse depuis 8 jours"
        #expect(await desk.get("/").plain().contains(words))
        let list = await desk.get("/orientations")
        #expect(list.plain().contains("il y a 8 jours") && list.text.contains("à relancer"))
        let remind = try #require(list.button("geste", "Relancé"))
        for _ in 0..<2 {
            let form = ["jeton": list.token, "geste": remind]
            let told = await desk.post("/orientations/repondre", form)
            #expect(told.notice.contains("relancé le 18/02/2026"))
        }
        #expect(await desk.get("/").text.contains("Rien à traiter"))
    }

    @Test func `nothing is handed over without a consent for this partner`() async throws {
        let desk = try await laptops.browser()
        let other = try laptops.all[0].addPartner(.association, "Entraide")
        let page = try await send(desk)
        let files = ["/fiche", "/fiche.pdf", "/fiche?adresse=1"].map { Browser.place(page) + $0 }
        for path in files {
            let refused = await desk.get(path)
            #expect(refused.notice.contains("sans l’accord"))
            #expect(!refused.text.contains("0611223344"))
        }
        let day = try #require(CalendarDay(isoText: "2026-02-10"))
        var draft = ConsentDraft(of: person, .partner, on: day, .spoken)
        draft.partner = other
        try laptops.all[0].note(draft)
        #expect(await desk.get(files[0]).text.contains("Pas de consentement"))
        let agreed = await agree(desk, on: page)
        #expect(agreed.notice == "Consentement enregistré.")
        let sheet = await desk.get(files[0])
        for told in [
            "Mme LEFEVRE Hélène", "0611223344", "mobilité", "Awa", "Mission locale du centre",
            "donné le 10/02/2026 (signature)",
        ] { #expect(sheet.text.contains(told), "\(told)") }
        for secret in ["Lilas", "1980", "L-0042"] { #expect(!sheet.text.contains(secret)) }
        #expect(await desk.get(files[2]).text.contains("3 rue des Lilas"))
        #expect(sheet.title == "Fiche de liaison – Passerelle")
    }

    @Test func `a consent that is taken back closes the sheet again, and the list says so`()
        async throws
    {
        let desk = try await laptops.browser()
        let page = try await send(desk)
        _ = await agree(desk, on: page, all: true)
        #expect(await desk.get(Browser.place(page) + "/fiche").text.contains("0611223344"))
        let consent = try laptops.all[0].file(of: person).consents[0]
        try laptops.exchange()
        let day = try #require(CalendarDay(isoText: "2026-02-10"))
        try laptops.all[1].withdraw(consent: consent.id, on: day)
        try laptops.exchange()
        for path in ["/fiche", "/fiche.pdf"] {
            let refused = await desk.get(Browser.place(page) + path)
            #expect(!refused.text.contains("0611223344"))
            #expect(refused.text.contains("Consentement retiré le 10/02/2026"))
        }
        #expect(await desk.get("/orientations").text.contains("Consentement retiré le 10/02/2026"))
    }

    @Test func `a merged file brings its consent`() async throws {
        let desk = try await laptops.browser()
        let page = try await send(desk)
        let twin = try laptops.person("Helene", "Lefebvre")
        let day = try #require(CalendarDay(isoText: "2026-02-10"))
        try laptops.all[0].note(ConsentDraft(of: twin, .partner, on: day, .paper))
        #expect(await desk.get(Browser.place(page) + "/fiche").text.contains("Pas de consentement"))
        try laptops.all[0].merge(keep: person, merge: twin)
        let sheet = await desk.get(Browser.place(page) + "/fiche")
        #expect(sheet.text.contains("(papier)") && sheet.text.contains("0611223344"))
    }

    @Test func `the PDF is a file of a neutral name, with the same lines, twice the same`()
        async throws
    {
        let desk = try await laptops.browser()
        try laptops.all[0].setContact("Bailleur (invente), 03 20 00 00 00")
        let page = try await send(desk)
        _ = await agree(desk, on: page)
        let paths = [Browser.place(page) + "/fiche.pdf", Browser.place(page) + "/fiche.pdf"]
        let files = [await desk.get(paths[0]), await desk.get(paths[1])]
        #expect(files[0].text == files[1].text)
        #expect(
            files[0].fields["content-disposition"]
                == "attachment; filename=\"fiche-de-liaison.pdf\""
        )
        #expect(files[0].text.hasPrefix("%PDF-1.4\n") && files[0].text.hasSuffix("%%EOF\n"))
        #expect(files[0].text.contains("(0611223344) Tj"))
        #expect(files[0].text.contains("(Bailleur \\(invente\\), 03 20 00 00 00) Tj"))
        #expect(!files[0].text.contains("Lilas"))
    }

    @Test func `a letter that no PDF reader has is told, and the page has it`() async throws {
        try laptops.all[0].updateTenant(person, [.lastName: "Łefevreș", .firstName: "Œlène"])
        let desk = try await laptops.browser()
        try laptops.all[0].note(
            ConsentDraft(
                of: person,
                .partner,
                on: try #require(CalendarDay(isoText: "2026-02-10")),
                .spoken
            )
        )
        let id = try laptops.all[0].refer(
            ReferralDraft(
                person,
                to: mission,
                on: try #require(CalendarDay(isoText: "2026-02-10"))
            )
        )
        let list = await desk.get("/orientations")
        let page = await desk.get(try #require(list.link("ŁEFEVREȘ")))
        let sheet = await desk.get(Browser.place(page) + "/fiche")
        #expect(sheet.text.contains("ŁEFEVREȘ Œlène"))
        let pdf = await desk.get(Browser.place(page) + "/fiche.pdf")
        #expect(pdf.text.contains("?EFEVRES "))
        #expect(pdf.text.contains("pas pu \u{FFFD}tre") || pdf.text.contains("Une lettre au moins"))
        #expect(try laptops.all[0].referral(id).consent.consent != nil)
    }

    @Test func `the sheets of a partner are of who agreed, and say how many are left out`()
        async throws
    {
        let desk = try await laptops.browser()
        let page = try await send(desk)
        _ = await agree(desk, on: page)
        let day = try #require(CalendarDay(isoText: "2026-02-10"))
        for name in ["Durand", "Petit"] {
            let other = try laptops.person("Karim", name)
            _ = try laptops.all[0].refer(ReferralDraft(other, to: mission, on: day))
        }
        let partners = await desk.get("/partenaires")
        let list = await desk.get(
            try #require(partners.link("Orientations ouvertes")).replacing("&amp;", with: "&")
        )
        let sheets = await desk.get(try #require(list.link("Toutes les fiches")))
        #expect(sheets.text.contains("LEFEVRE") && !sheets.text.contains("DURAND"))
        #expect(sheets.plain().contains("2 orientations ne sont pas imprimées"))
        let pdf = await desk.get(try #require(sheets.link("Télécharger")))
        #expect(pdf.text.contains("/Count 1 ") && !pdf.text.contains("PETIT"))
    }

    @Test(arguments: SensitivePartner.allCases)
    func `a sensitive partner is « Autre » in what leaves`(_ kind: SensitivePartner) async throws {
        _ = try laptops.all[0].addPartner(.sensitive(kind), "Centre " + kind.rawValue)
        let desk = try await laptops.browser()
        let page = try await send(desk, to: "Centre", need: "sante")
        let inside = await desk.get("/partenaires").text
        #expect(inside.contains("hors du bailleur"))
        let table = await desk.get("/orientations/orientations.csv")
        #expect(table.text.contains("L-0042;Autre;Autre;;10/02/2026;ouverte"))
        #expect(!table.text.contains(kind.rawValue) && !table.text.contains("Lefevre"))
        _ = await agree(desk, on: page)
        let sheet = await desk.get(Browser.place(page) + "/fiche")
        let label = DeskLanguage.french.words["kind-" + kind.rawValue] ?? "?"
        #expect(sheet.text.contains("LEFEVRE") && !sheet.text.contains(label))
    }

    @Test func `a partner added twice is one, and is corrected`() async throws {
        let desk = try await laptops.browser()
        let page = await desk.get("/partenaires")
        let form = [
            "jeton": page.token, "genre": "ASSOCIATION", "nom": "Entraide", "commune": "59350",
        ]
        for _ in 0..<2 { _ = await desk.post("/partenaires", form) }
        #expect(try laptops.all[0].partners().count == 2)
        let wrong = form.merging(["commune": "99999"]) { $1 }
        #expect(await desk.post("/partenaires", wrong).notice.contains("commune connu"))
        let list = await desk.get("/partenaires")
        let paths = list.text.matches(of: /action="(\/partenaires\/[^"]*)"/).map { String($0.1) }
        let corrected = form.merging(["jeton": list.token, "nom": "Entraide du centre"]) { $1 }
        let told = await desk.post(try #require(paths.first), corrected)
        #expect(told.text.contains("Entraide du centre"))
        #expect(try laptops.all[0].partners().count == 2)
    }
}
