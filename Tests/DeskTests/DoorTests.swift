import Desk
import Foundation
import Records
import Tenancy
import TestKit
import Testing

/// Who is let in, and what another page, name or session gets: nothing.
struct DoorTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops(patience: 600_000) }

    @Test func `without a session nothing is shown, and nothing is done`() async throws {
        _ = try laptops.event(registering: 3)
        let stranger = laptops.stranger()
        for path in ["/", "/actions", "/emargement/abc"] {
            let page = await stranger.get(path)
            #expect(page.text.contains("Code d’ouverture") && !page.text.contains("Au pied"))
        }
        #expect(await stranger.post("/actions", ["nom": "x"]).text.contains("Code d’ouverture"))
        #expect(try laptops.all[0].events().count == 1)
    }

    @Test func `a code opens one session, and a wrong one none`() async throws {
        let code = laptops.code()
        #expect(await laptops.stranger().post("/ouvrir", ["code": "aaaa-bbbb"]).status == 403)
        let first = laptops.stranger()
        #expect(
            await first.post("/ouvrir", ["code": code.uppercased()]).title.contains("verrouillé")
        )
        #expect(await laptops.stranger().post("/ouvrir", ["code": code]).status == 403)
        #expect(laptops.code() != code)
        let second = laptops.stranger()
        #expect(await second.post("/ouvrir", ["code": laptops.code()]).status == 200)
    }

    @Test func `guessing renews the code`() async {
        let code = laptops.code()
        for _ in 0..<20 { _ = await laptops.stranger().post("/ouvrir", ["code": "aaaa"]) }
        #expect(await laptops.stranger().post("/ouvrir", ["code": code]).status == 403)
    }

    @Test func `the cookie is for this host, this port and no script`() async throws {
        let desk = laptops.stranger()
        var request = DeskRequest(.post, "/ouvrir")
        request.host = Laptops.authority
        request.origin = "http://" + Laptops.authority
        request.type = "application/x-www-form-urlencoded"
        request.body = Array("code=\(laptops.code())".utf8)
        let answer = await desk.site.answer(request, at: Laptops.authority)
        let cookie = try #require(answer.fields["set-cookie"])
        #expect(cookie.hasPrefix("passerelle-desk-8420="))
        #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
    }

    @Test func `a name that points here, another site and another port get nothing`() async throws {
        _ = try laptops.event(registering: 1)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let sheet = try await desk.sheet()
        let row = try #require(sheet.row("NOM00"))
        let form = ["jeton": sheet.token, "pointer": try #require(row.button)]
        let path = Browser.place(sheet) + "/pointer"
        let changes: [(inout DeskRequest) -> Void] = [
            { $0.host = "rebound.example:8420" }, { $0.host = "127.0.0.1:9" }, { $0.host = nil },
            { $0.origin = "http://127.0.0.1:9000" }, { $0.origin = "null" }, { $0.origin = nil },
            { $0.site = "cross-site" }, { $0.site = "same-site" },
        ]
        for change in changes {
            #expect(await desk.post(path, form, change).status == 403)
        }
        for change in [changes[0], changes[3], changes[6], changes[7]] {
            let page = await desk.get(Browser.place(sheet), change)
            #expect(page.status == 403 && !page.text.contains("NOM00"))
        }
        #expect(try await desk.sheet().row("NOM00")?.kind == "upcoming")
        #expect(await desk.post(path, form).row("NOM00")?.kind == "seen")
    }

    @Test func `a form without the session's token does nothing`() async throws {
        _ = try laptops.event(registering: 1)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let sheet = try await desk.sheet()
        let other = try await laptops.browser()
        let foreign = await other.get("/").token
        let button = try #require(sheet.row("NOM00")?.button)
        for token in ["", foreign, desk.cookie ?? ""] {
            let fields = ["jeton": token, "pointer": button]
            #expect(await desk.post(Browser.place(sheet) + "/pointer", fields).status == 403)
        }
        #expect(try await desk.sheet().row("NOM00")?.kind == "upcoming")
    }

    @Test func `a link of one session leads nowhere in another`() async throws {
        _ = try laptops.event(registering: 1)
        let desk = try await laptops.browser()
        let path = Browser.place(try await desk.sheet())
        let other = try await laptops.browser()
        let page = await other.get(path)
        #expect(page.status == 404 && !page.text.contains("NOM00"))
    }

    @Test func `no title and no link tells a name, a number or an identity`() async throws {
        let event = try laptops.event(registering: 3)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let sheet = try await desk.press("NOM00", on: try await desk.sheet())
        let tenants = try laptops.all[0].sheet(ofEvent: event).map(\.tenant.description)
        for page in [sheet, await desk.get("/"), await desk.get("/actions")] {
            #expect(!page.title.contains("Nom") && !page.title.contains("pied"))
            for id in tenants + [event.description] {
                let digits = id.filter { $0 != "-" }
                #expect(!page.text.replacing("-", with: "").contains(digits))
            }
        }
        for path in desk.paths { #expect(!path.contains("Nom") && !path.contains("NOM")) }
    }

    @Test func `every answer forbids keeping, framing and scripts of others`() async throws {
        let desk = try await laptops.browser()
        for path in ["/", "/actions", "/nowhere", "/emargement/x"] {
            let fields = await desk.get(path).fields
            #expect(fields["cache-control"] == "no-store")
            #expect(fields["x-frame-options"] == "DENY")
            let policy = try #require(fields["content-security-policy"])
            #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
            #expect(!policy.contains("unsafe"))
        }
    }

    @Test func `the desk locks when nobody is there, and says that the last entry was not saved`()
        async throws
    {
        _ = try laptops.event(registering: 1)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let sheet = try await desk.sheet()
        laptops.clock.advance(milliseconds: 600_000)
        let locked = try await desk.press("NOM00", on: sheet)
        #expect(locked.status == 403 && locked.notice.contains("n’a pas été enregistrée"))
        #expect(await desk.get("/actions").text.contains("Phrase de passe"))
        let wrong = await desk.post(
            "/deverrouiller",
            ["jeton": locked.token, "phrase": "ce n’est pas la bonne", "suite": "/"]
        )
        #expect(wrong.status == 403 && !wrong.text.contains("Au pied"))
        let right = await desk.post(
            "/deverrouiller",
            ["jeton": locked.token, "phrase": Laptops.passphrase, "suite": "/actions"]
        )
        #expect(right.text.contains("Au pied"))
        #expect(try await desk.sheet().row("NOM00")?.kind == "upcoming")
    }

    @Test func `who locks is out in every tab, and guessing costs time`() async throws {
        let desk = try await laptops.browser()
        let page = await desk.get("/")
        _ = await desk.post("/verrouiller", ["jeton": page.token])
        #expect(await desk.get("/actions").title.contains("verrouillé"))
        let form = ["jeton": page.token, "phrase": "une mauvaise phrase de passe"]
        for _ in 0..<4 { #expect(await desk.post("/deverrouiller", form).status == 403) }
        #expect(await desk.post("/deverrouiller", form).status == 429)
        laptops.clock.advance(milliseconds: 3_000)
        let right = ["jeton": page.token, "phrase": Laptops.passphrase]
        #expect(await desk.post("/deverrouiller", right).status == 200)
    }

    @Test func `the way on after unlocking stays within the desk`() async throws {
        let desk = laptops.stranger()
        _ = await desk.post("/ouvrir", ["code": laptops.code()])
        let page = await desk.get("/")
        for place in ["https://example.org/", "//example.org", "/%0d%0aset-cookie:x=1"] {
            let form = ["jeton": page.token, "phrase": Laptops.passphrase, "suite": place]
            let answer = await desk.post("/deverrouiller", form)
            #expect(answer.path == "/" && answer.status == 200)
        }
    }

    @Test func `too large a form is refused with words`() async throws {
        let desk = try await laptops.browser()
        let page = await desk.post("/actions", [:]) { $0.body = nil }
        #expect(page.status == 413 && page.text.contains("trop long"))
    }

    @Test func `a form that a script sends is taken, and one of another type is not`() async throws
    {
        let desk = try await laptops.browser()
        let token = await desk.get("/").token
        let form = ["jeton": token, "langue": "en", "suite": "/"]
        for type in ["text/plain", "multipart/form-data; boundary=x", "application/json"] {
            #expect(await desk.post("/langue", form) { $0.type = type }.status == 403)
        }
        let page = await desk.post("/langue", form) {
            $0.type = "application/x-www-form-urlencoded;charset=UTF-8"
        }
        #expect(page.title == "Today – Passerelle")
    }

    @Test func `the language is switched, and stays`() async throws {
        let desk = try await laptops.browser()
        let token = await desk.get("/").token
        _ = await desk.post("/langue", ["jeton": token, "langue": "en", "suite": "/actions"])
        #expect(await desk.get("/").title == "Today – Passerelle")
    }
}
