import Desk
import ReplicaStore
import Tenancy
import TestKit
import Testing

/// The people's files: found, read, corrected, and who wrote what.
struct FileTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops(2) }

    private func search(_ desk: Browser, _ query: String) async -> SeenPage {
        let page = await desk.get("/locataires")
        return await desk.post("/locataires/chercher", ["jeton": page.token, "q": query])
    }

    private func open(_ desk: Browser, _ query: String, _ name: String) async throws -> SeenPage {
        await desk.get(try #require(await search(desk, query).link(name)))
    }

    @Test(arguments: [
        "lefevre", "LEFÈVRE hél", "Lefebvre helen", "leffevre", "0611223344", "L-0042",
    ])
    func `somebody is found without accents, with a mistake, by number and by reference`(
        _ query: String
    ) async throws {
        _ = try laptops.person("Hélène", "Lefèvre", [.phone: "0611223344", .erpRef: "L-0042"])
        _ = try laptops.person("Karim", "Durand")
        let desk = try await laptops.browser()
        let page = await search(desk, query)
        #expect(page.link("LEFÈVRE") != nil && page.link("DURAND") == nil)
        for path in desk.paths { #expect(!path.contains(query)) }
    }

    @Test func `a mistake in a short word, or two in a longer one, find nobody`() async throws {
        _ = try laptops.person("Léo", "Petit")
        let desk = try await laptops.browser()
        for query in ["lxo", "pxtxt", "zzzzzzzz"] {
            #expect(await search(desk, query).text.contains("Personne de ce nom"))
        }
    }

    @Test func `what was written since is found too`() async throws {
        _ = try laptops.person("Hélène", "Lefèvre")
        let desk = try await laptops.browser()
        #expect(await search(desk, "marchandt").link("MARCHAND") == nil)
        _ = try laptops.person("Inès", "Marchand")
        #expect(await search(desk, "marchendt").link("MARCHAND") != nil)
    }

    @Test func `a field tells who wrote it, on which laptop, and when`() async throws {
        let id = try laptops.person("Hélène", "Lefèvre", [.phone: "0611223344"])
        try laptops.exchange()
        try laptops.go(to: 15, 30)
        try laptops.all[1].updateTenant(id, [.phone: "0611223355"])
        try laptops.exchange()
        let desk = try await laptops.browser()
        let file = try await open(desk, "lefevre", "LEFÈVRE")
        #expect(file.text.contains("Benoît, tablette 1, 12/02/2026 15:30"))
        #expect(file.text.contains("Awa, tablette 0, 10/02/2026"))
    }

    @Test func `the whole form is taken as the page gives it, empty fields and all`() async throws {
        let id = try laptops.person("Hélène", "Lefèvre", [.phone: "0611223344"])
        let desk = try await laptops.browser()
        let file = try await open(desk, "lefevre", "LEFÈVRE")
        var fields = ["jeton": file.token, "vu": try #require(file.value("vu"))]
        for field in TenantField.allCases {
            let value: String = try #require(file.value(field.rawValue))
            fields[field.rawValue] = value
        }
        fields[TenantField.phone.rawValue] = "0611998877"
        let corrected = await desk.post(Browser.place(file) + "/corriger", fields)
        #expect(corrected.notice.hasPrefix("Fiche corrigée"))
        #expect(try laptops.all[0].tenant(id).phone == "0611998877")
        #expect(try laptops.all[0].tenant(id).email == nil)
    }

    @Test func `a correction is kept, and an old page writes nothing over what came since`()
        async throws
    {
        let id = try laptops.person("Hélène", "Lefèvre", [.phone: "0611223344"])
        let desk = try await laptops.browser()
        let file = try await open(desk, "lefevre", "LEFÈVRE")
        let form = ["jeton": file.token, "vu": file.value("vu") ?? "", "phone": "06 99 88 77 66"]
        let path = Browser.place(file) + "/corriger"
        #expect(await desk.post(path, form).notice == "Fiche corrigée.")
        #expect(try laptops.all[0].tenant(id).phone == "0699887766")
        let stale = await desk.post(path, form.merging(["phone": "0600000000"]) { $1 })
        #expect(stale.notice.contains("changé entre-temps"))
        #expect(try laptops.all[0].tenant(id).phone == "0699887766")
    }

    @Test(arguments: [("birth_date", "31/02/1980"), ("phone", "12"), ("last_name", " ")])
    func `a value that cannot be taken is named, and nothing is written`(
        _ field: String,
        _ text: String
    ) async throws {
        let id = try laptops.person("Hélène", "Lefèvre", [.phone: "0611223344"])
        let before = try laptops.all[0].tenant(id)
        let desk = try await laptops.browser()
        let file = try await open(desk, "lefevre", "LEFÈVRE")
        let page = await desk.post(
            Browser.place(file) + "/corriger",
            ["jeton": file.token, "vu": file.value("vu") ?? "", field: text]
        )
        #expect(page.notice.contains("ne se comprend pas"))
        #expect(try laptops.all[0].tenant(id) == before)
    }

    @Test func `two laptops that wrote different numbers ask, with both, who and when`()
        async throws
    {
        let id = try laptops.person("Hélène", "Lefèvre", [.phone: "0611223344"])
        try laptops.exchange()
        try laptops.all[0].updateTenant(id, [.phone: "0611111111"])
        try laptops.all[1].updateTenant(id, [.phone: "0622222222"])
        try laptops.exchange()
        let desk = try await laptops.browser()
        #expect(await desk.get("/").text.contains("1\u{A0}désaccord entre postes"))
        let toDo = await desk.get("/a-traiter")
        #expect(toDo.text.contains("0611111111") && toDo.text.contains("0622222222"))
        #expect(toDo.text.contains("Benoît, tablette 1"))
        let choice = try #require(toDo.button("ligne", "Garder : 0611111111"))
        let form = ["jeton": toDo.token, "ligne": choice]
        #expect(await desk.post("/a-traiter", form).notice == "Décision enregistrée.")
        #expect(await desk.post("/a-traiter", form).notice.contains("changé entre-temps"))
        try laptops.exchange()
        for store in laptops.all {
            #expect(try store.tenant(id).phone == "0611111111")
            #expect(try store.inboxLines().isEmpty)
        }
    }
}
