import Desk
import GRDB
import ReplicaStore
import Tenancy
import Testing

/// Scenario 4: two agents make a file of the same tenant, apart, and both tick the person.
struct DuplicateTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops(2) }

    private func twice() async throws -> [Browser] {
        let event = try laptops.event(registering: 23)
        let both = [
            try laptops.all[0].addTenant(
                [
                    .firstName: "Zoé", .lastName: "Lefèvre", .birthDate: "01/02/1980",
                    .phone: "0611223344",
                ]
            ).tenant.id,
            try laptops.all[1].addTenant(
                [
                    .firstName: "Zoe", .lastName: "Lefevre", .birthDate: "01/02/1980",
                    .phone: "0611223355",
                ]
            ).tenant.id,
        ]
        for (store, id) in zip(laptops.all, both) { try store.register(id, for: event) }
        try laptops.go(to: 14)
        let desks = [try await laptops.browser(0), try await laptops.browser(1)]
        _ = try await desks[0].press("LEFÈVRE", on: try await desks[0].sheet())
        _ = try await desks[1].press("LEFEVRE", on: try await desks[1].sheet())
        try laptops.exchange()
        return desks
    }

    @Test
    func `25 registered and a presumed duplicate; merged 24 and one presence; undone 25 again`()
        async throws
    {
        let desks = try await twice()
        let before = try await desks[0].sheet()
        #expect(before.figure("Inscrits") == "25" && before.figure("Inscrits présents") == "2")
        let toDo = await desks[0].get("/a-traiter")
        #expect(toDo.text.contains("1\u{A0}doublon présumé"))
        let pair = await desks[0].get(try #require(toDo.link("LEF")))
        #expect(pair.text.contains("0611223344") && pair.text.contains("0611223355"))
        let merged = await desks[0].post(
            pair.path,
            ["jeton": pair.token, "decision": "fusionner", "garder": "a", "champ-phone": "b"]
        )
        #expect(merged.notice.contains("fusionnées"))
        try laptops.exchange()
        for desk in desks {
            let sheet = try await desk.sheet()
            #expect(sheet.figure("Inscrits") == "24" && sheet.figure("Inscrits présents") == "1")
            #expect(await desk.get("/a-traiter").text.contains("Rien à traiter"))
        }
        let fusion = try #require(merged.button("fusion", "Défaire"))
        let undone = await desks[0].post("/fusions", ["jeton": merged.token, "fusion": fusion])
        #expect(undone.notice.contains("défaite"))
        try laptops.exchange()
        let after = try await desks[1].sheet()
        #expect(after.figure("Inscrits") == "25" && after.figure("Inscrits présents") == "2")
        let journal = try laptops.all[1].replica.read { database in
            try String.fetchAll(database, sql: "SELECT what FROM journal ORDER BY at, what")
        }
        #expect(journal.count { $0 == "fusion" } == 1)
        #expect(journal.count { $0 == "annulation_fusion" } == 1)
    }

    @Test func `the old link of a merged file leads to the file that stays`() async throws {
        let desks = try await twice()
        let toDo = await desks[0].get("/a-traiter")
        let pair = await desks[0].get(try #require(toDo.link("LEF")))
        let handles = pair.path.split(separator: "/").map(String.init)
        _ = await desks[0].post(
            pair.path,
            ["jeton": pair.token, "decision": "fusionner", "garder": "a"]
        )
        let kept = await desks[0].get("/locataires/" + handles[1])
        let old = await desks[0].get("/locataires/" + handles[2])
        #expect(old.status == 200)
        #expect(old.firstHeading == kept.firstHeading)
    }

    @Test func `two persons are two persons: the pair is not shown again, on any desk`()
        async throws
    {
        let desks = try await twice()
        let toDo = await desks[0].get("/a-traiter")
        let pair = await desks[0].get(try #require(toDo.link("LEF")))
        let said = await desks[0].post(pair.path, ["jeton": pair.token, "decision": "distincts"])
        #expect(said.notice.contains("deux personnes"))
        try laptops.exchange()
        for desk in desks { #expect(await desk.get("/a-traiter").text.contains("Rien à traiter")) }
    }
}
