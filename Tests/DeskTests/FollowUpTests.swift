import Desk
import Records
import Tenancy
import TestKit
import Testing

/// What an agent writes on somebody's file, each in a small form.
struct FollowUpTests {
    private let laptops: Laptops
    private let person: RecordID

    init() throws {
        laptops = try Laptops(2)
        person = try laptops.person("Hélène", "Lefevre")
        try laptops.exchange()
    }

    private func file(_ number: Int = 0) throws -> TenantFile {
        try laptops.all[number].file(of: person)
    }

    @Test func `a note sent twice is one; markup, quotes and marks of direction are text`()
        async throws
    {
        let desk = try await laptops.browser()
        let page = try await desk.file("Lefevre")
        let text = "<script>alert(1)</script>\n'; DROP TABLE note; -- \u{202E}abc & \"d\""
        let form = ["cle": page.key("n"), "texte": text]
        #expect(await desk.fill("note", form, on: page).notice == "Note enregistrée.")
        let again = await desk.fill("note", form, on: page)
        #expect(try file().notes.count == 1)
        #expect(!again.text.contains("<script>alert") && !again.text.contains("\u{202E}"))
        #expect(again.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(again.text.contains("&#39;; DROP TABLE note; -- abc &amp; &quot;d&quot;"))
        for path in desk.paths { #expect(!path.contains("script")) }
    }

    @Test func `a note with a social security number is refused, and nothing of it is told`()
        async throws
    {
        let desk = try await laptops.browser()
        let page = try await desk.file("Lefevre")
        let form = ["cle": page.key("n"), "texte": "NIR 2 80 01 59 350 123 45"]
        let told = await desk.fill("note", form, on: page)
        #expect(told.notice.contains("sécurité sociale") && !told.text.contains("59 350"))
        #expect(try file().notes.isEmpty)
    }

    @Test func `notes of two laptops both stay; a correction is its author's, and is told`()
        async throws
    {
        let desks = [try await laptops.browser(0), try await laptops.browser(1)]
        for (number, desk) in desks.enumerated() {
            let page = try await desk.file("Lefevre")
            let form = ["cle": page.key("n"), "texte": "Note \(number)"]
            _ = await desk.fill("note", form, on: page)
        }
        try laptops.exchange()
        try laptops.go(to: 15)
        let page = try await desks[0].file("Lefevre")
        #expect(page.text.contains("Note 0") && page.text.contains("Note 1"))
        let handles = page.text.matches(of: /name="note" value="([^"]*)"/).map { String($0.1) }
        #expect(handles.count == 1)
        let form = [
            "note": handles[0], "vu": page.value("vu") ?? "", "texte": "Note zéro",
        ]
        // The first « vu » is that of the identity: an old page corrects nothing.
        #expect(await desks[0].fill("note-corriger", form, on: page).notice.contains("entre-temps"))
        let seals = page.text.matches(of: /name="vu" value="([^"]*)"/).map { String($0.1) }
        let right = form.merging(["vu": seals[1]]) { $1 }
        let told = await desks[0].fill("note-corriger", right, on: page)
        #expect(told.notice == "Note corrigée." || told.notice.contains("corrigée"))
        #expect(told.text.contains("corrigée le 12/02/2026 15:00"))
        let theirs = try await desks[1].file("Lefevre")
        let refused = await desks[1].post(
            Browser.place(theirs) + "/note-corriger",
            ["jeton": theirs.token, "note": handles[0], "vu": "x", "texte": "y"]
        )
        #expect(refused.status == 404)
    }

    @Test func `a contact is shown as late from the day after, and a call ends it`() async throws {
        let desk = try await laptops.browser()
        let page = try await desk.file("Lefevre")
        let past = await desk.fill("contact", ["jour": "2026-02-09"], on: page)
        #expect(past.notice.contains("Rien n’a été enregistré"))
        let form = ["jour": "2026-02-12", "motif": "CV", "referent": "Awa"]
        _ = await desk.fill("contact", form, on: page)
        #expect(await desk.get("/").text.contains("Rien à traiter"))
        try laptops.go(to: 9)
        #expect(await desk.get("/").plain().contains("1 contact prévu aujourd’hui"))
        laptops.clock.advance(days: 1)
        #expect(await desk.get("/").plain().contains("1 contact en retard"))
        let toDo = await desk.get("/a-traiter")
        #expect(toDo.text.contains("en retard") && toDo.text.contains("CV"))
        let file = await desk.get(try #require(toDo.link("LEFEVRE")))
        for _ in 0..<2 { _ = await desk.fill("appele", [:], on: file) }
        #expect(await desk.get("/").text.contains("Rien à traiter"))
        #expect(try self.file().nextContact.contactedOn?.isoText == "2026-02-13")
    }

    @Test func `known to nobody is an answer, and no answer is another`() async throws {
        let desk = try await laptops.browser()
        let page = try await desk.file("Lefevre")
        let unclear = await desk.fill("situation", ["FT": "1", "reponse": "aucune"], on: page)
        #expect(unclear.notice.contains("au moins une institution"))
        for (answer, word) in [
            ("aucune", "connu d’aucune institution"), ("non_renseigne", "ne répond pas"),
        ] {
            let told = await desk.fill("situation", ["reponse": answer], on: page)
            #expect(told.text.contains("<li>\(word)"))
        }
        let told = await desk.fill("situation", ["FT": "1", "CAF": "1"], on: page)
        #expect(told.text.contains("<li>CAF, France Travail"))
        #expect(try file().situations.count == 1)
    }

    @Test func `a barrier is noted, lifted, and stays in the file`() async throws {
        let desk = try await laptops.browser()
        let page = try await desk.file("Lefevre")
        let form = ["theme": "mobilite", "niveau": "fort"]
        for _ in 0..<2 { _ = await desk.fill("frein", form, on: page) }
        let told = await desk.fill("frein-fin", ["theme": "mobilite"], on: page)
        #expect(told.text.contains("fort · depuis le 10/02/2026 · levé le 10/02/2026"))
        #expect(try file().barriers.count == 1)
    }

    @Test func `an outcome sent twice is one`() async throws {
        let desk = try await laptops.browser()
        let page = try await desk.file("Lefevre")
        let form = [
            "cle": page.key("s"), "genre": "emploi_durable", "jour": "2026-02-10",
            "contrat": "CDI", "programme": Laptops.programme,
        ]
        for _ in 0..<2 { _ = await desk.fill("sortie", form, on: page) }
        #expect(try file().outcomes.count == 1)
        #expect(try await desk.file("Lefevre").text.contains("emploi durable"))
    }

    @Test func `a consent sent twice is one; taken back twice it is taken back once`() async throws
    {
        let desk = try await laptops.browser()
        let page = try await desk.file("Lefevre")
        let form = [
            "cle": page.key("a"), "but": "suivi", "mode": "signature", "jour": "2026-02-10",
        ]
        for _ in 0..<2 { _ = await desk.fill("accord", form, on: page) }
        #expect(try file().consents.map(\.noticeVersion) == ["2026-1"])
        let given = try await desk.file("Lefevre")
        let handle = try #require(given.button("accord", "Retirer"))
        for _ in 0..<2 { _ = await desk.fill("retrait", ["accord": handle], on: given) }
        let told = try await desk.file("Lefevre")
        #expect(told.text.contains("donné le 10/02/2026 (signature)"))
        #expect(told.text.contains("retiré le 10/02/2026"))
        #expect(told.button("accord", "Retirer") == nil)
        let late = form.merging(["cle": told.key("a"), "jour": "2026-02-11"]) { $1 }
        #expect(await desk.fill("accord", late, on: told).notice.contains("Rien n’a été"))
        #expect(try file().consents.count == 1)
    }

    @Test func `a file that went to another landlord is written no more`() async throws {
        let desk = try await laptops.browser()
        let page = try await desk.file("Lefevre")
        let day = try #require(CalendarDay(isoText: "2026-02-10"))
        let store = laptops.all[0]
        let transfer = try store.noteConsent(of: person, toTransferTo: "b6", on: day, .oral)
        try store.packTransfer(transfer) { _ in }
        for (form, fields) in [
            ("note", ["cle": page.key("n"), "texte": "x"]), ("appele", [:]),
            ("frein", ["theme": "sante", "niveau": "fort"]), ("situation", ["reponse": "aucune"]),
            (
                "accord",
                ["cle": page.key("a"), "but": "suivi", "mode": "oral", "jour": day.isoText]
            ),
        ] {
            let told = await desk.fill(form, fields, on: page)
            #expect(told.notice.contains("autre bailleur"), "\(form)")
        }
        #expect(try file().notes.isEmpty && file().consents.isEmpty && file().barriers.isEmpty)
    }
}
