import Desk
import GRDB
import ReplicaStore
import Tenancy
import Testing

/// Somebody who is not on the list: looked for before a file is made.
struct NewcomerTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    private func count() throws -> Int {
        try laptops.all[0].replica.read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM tenant") ?? 0
        }
    }

    @Test func `somebody with a file is found and ticked, without a second file`() async throws {
        _ = try laptops.event(registering: 0)
        _ = try laptops.person("Hélène", "Lefèvre", [.phone: "0611223344"])
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let sheet = try await desk.sheet()
        let add = Browser.place(sheet) + "/ajout"
        let page = await desk.get(add)
        #expect(!page.text.contains("name=\"cle\""), "a file is made only after a search")
        let found = await desk.post(add + "/chercher", ["jeton": page.token, "q": "lefevre"])
        let handle = try #require(found.button("personne", "Présent"))
        #expect(!found.text.contains("0611223344"), "a screen at a door shows no whole number")
        let here = await desk.post(
            add + "/venir",
            ["jeton": found.token, "personne": handle]
        )
        #expect(here.row("LEFÈVRE")?.state.contains("sans inscription") == true)
        #expect(try count() == 1)
    }

    @Test func `a file that looks like one is shown before another is made`() async throws {
        _ = try laptops.event(registering: 0)
        _ = try laptops.person("Hélène", "Lefèvre", [.phone: "0611223344"])
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let sheet = try await desk.sheet()
        let asked = try await desk.walkIn("LEFEVRE", "Helene", on: sheet)
        #expect(asked.notice.contains("ressemblent"))
        #expect(try count() == 1)
        let add = Browser.place(sheet) + "/ajout"
        let made = await desk.post(
            add + "/creer",
            [
                "jeton": asked.token, "cle": asked.value("cle") ?? "", "autre": "oui",
                "last_name": asked.value("last_name") ?? "",
                "first_name": asked.value("first_name") ?? "",
            ]
        )
        #expect(made.figure("Participants") == "1")
        #expect(try count() == 2)
    }

    @Test func `a form sent twice makes one file`() async throws {
        _ = try laptops.event(registering: 0)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let sheet = try await desk.sheet()
        let add = Browser.place(sheet) + "/ajout"
        let page = await desk.post(
            add + "/chercher",
            ["jeton": sheet.token, "q": "Petit Inès"]
        )
        let form = [
            "jeton": page.token, "cle": page.value("cle") ?? "", "last_name": "Petit",
            "first_name": "Inès",
        ]
        _ = await desk.post(add + "/creer", form)
        let again = await desk.post(add + "/creer", form)
        #expect(again.figure("Participants") == "1")
        #expect(try count() == 1)
    }

    @Test func `a field that cannot be read makes nothing, and is named`() async throws {
        _ = try laptops.event(registering: 0)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let sheet = try await desk.sheet()
        let page = await desk.post(
            Browser.place(sheet) + "/ajout/creer",
            [
                "jeton": sheet.token, "last_name": "Petit", "first_name": "Inès",
                "birth_date": "31/02/1980",
            ]
        )
        #expect(page.notice.contains("date de naissance"))
        #expect(try count() == 0)
    }

    @Test func `before the day somebody is registered, not ticked`() async throws {
        _ = try laptops.event(registering: 0)
        _ = try laptops.person("Hélène", "Lefèvre")
        let desk = try await laptops.browser()
        let sheet = try await desk.sheet()
        let add = Browser.place(sheet) + "/ajout"
        let found = await desk.post(add + "/chercher", ["jeton": sheet.token, "q": "lef"])
        let handle = try #require(found.button("personne", "Inscrire"))
        let page = await desk.post(add + "/venir", ["jeton": found.token, "personne": handle])
        #expect(page.figure("Inscrits") == "1" && page.figure("Participants") == "0")
    }
}
