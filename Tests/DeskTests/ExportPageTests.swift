import Desk
import Tenancy
import Testing

/// The landlord's own files, taken out at the desk.
struct ExportPageTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    private func form(_ page: SeenPage, _ more: [String: String]) -> [String: String] {
        ["jeton": page.token, "quoi": "personnes", "finalite": "suivi"].merging(more) { $1 }
    }

    @Test func `the page says what a file holds, and nothing leaves without a purpose`()
        async throws
    {
        _ = try laptops.event(registering: 3)
        let desk = try await laptops.browser()
        let page = await desk.get("/fichiers")
        #expect(page.text.contains("Types de partenaires"))
        let refused = await desk.post("/fichiers/exporter", form(page, ["finalite": ""]))
        #expect(refused.notice.contains("rien n’a été téléchargé"))
        #expect(refused.fields["content-disposition"] == nil)
        let foreign = await desk.post("/fichiers/exporter", form(page, ["jeton": "x"]))
        #expect(foreign.status == 403)
    }

    @Test func `a file is an attachment of a neutral name, not kept, with everybody in it`()
        async throws
    {
        _ = try laptops.event(registering: 3)
        let desk = try await laptops.browser()
        let page = await desk.get("/fichiers")
        let persons = await desk.post("/fichiers/exporter", form(page, [:]))
        let name = try #require(persons.fields["content-disposition"])
        #expect(name.hasPrefix("attachment; filename=\"passerelle-personnes-2026-"))
        #expect(persons.fields["cache-control"] == "no-store")
        #expect(persons.text.split(separator: "\r\n").count == 4)
        let lists = await desk.post(
            "/fichiers/exporter",
            form(page, ["quoi": "participations", "programme": Laptops.programme])
        )
        #expect(lists.text.split(separator: "\r\n").count == 4)
        #expect(lists.text.contains("inscrit"))
    }
}
