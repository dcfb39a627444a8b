import Desk
import TestKit
import Testing

/// Two desks and a key: nothing but their pages.
struct ExchangeTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops(2) }

    private func exchange(_ desk: Browser, _ folder: String) async -> SeenPage {
        let page = await desk.get("/reglages")
        return await desk.post("/reglages/echanger", ["jeton": page.token, "dossier": folder])
    }

    @Test
    func `what is ticked on one desk is seen on the other after the key was plugged in twice`()
        async throws
    {
        _ = try laptops.event(registering: 3)
        try laptops.go(to: 14)
        let key = try laptops.stores.folder.folder("key")
        let desks = [try await laptops.browser(0), try await laptops.browser(1)]
        _ = try await desks[0].press("NOM01", on: try await desks[0].sheet())
        let left = await exchange(desks[0], key)
        #expect(left.notice.contains("laissés pour les autres"), "\(left.notice)")
        let taken = await exchange(desks[1], key)
        #expect(taken.notice.contains("reçu"), "\(taken.notice)")
        #expect(try await desks[1].sheet().row("NOM01")?.kind == "seen")
        _ = await exchange(desks[0], key)
        let state = await desks[0].get("/")
        #expect(state.text.contains("a tout ce qui a été saisi ici"))
        #expect(state.text.contains("0\u{A0}écriture d’ici pas encore laissée"))
        _ = try await desks[0].press("NOM02", on: try await desks[0].sheet())
        let more = await desks[0].get("/")
        #expect(more.text.contains("1\u{A0}écriture d’ici pas encore laissée"))
    }

    @Test func `what is ticked here is seen there over the hub, and a hub that is away is told`()
        async throws
    {
        _ = try laptops.event(registering: 2)
        try laptops.go(to: 14)
        let desks = [try await laptops.browser(0), try await laptops.browser(1)]
        _ = try await desks[0].press("NOM01", on: try await desks[0].sheet())
        func exchange(_ desk: Browser, _ address: String) async -> String {
            let token = await desk.get("/reglages").token
            return await desk.post("/reglages/hub", ["jeton": token, "adresse": address]).notice
        }
        #expect(await exchange(desks[0], "https://away.example").hasPrefix("Le hub n’a pas pu"))
        #expect(await exchange(desks[0], " ").hasPrefix("Donnez l’adresse"))
        #expect(await exchange(desks[0], Laptops.hub).contains("laissés pour les autres"))
        #expect(await exchange(desks[1], Laptops.hub).contains("reçu"))
        #expect(try await desks[1].sheet().row("NOM01")?.kind == "seen")
        #expect(await desks[1].get("/reglages").text.contains(Laptops.hub))
    }

    @Test func `a folder that is not there changes nothing and is named so`() async throws {
        let desk = try await laptops.browser()
        let page = await exchange(desk, laptops.stores.folder.path + "/nowhere")
        #expect(page.notice.contains("n’existe pas"))
    }

    @Test func `a backup is made and can be made again`() async throws {
        let desk = try await laptops.browser()
        let folder = try laptops.stores.folder.folder("copies")
        for _ in 0..<2 {
            let page = await desk.get("/reglages")
            let made = await desk.post(
                "/reglages/sauvegarder",
                ["jeton": page.token, "dossier": folder]
            )
            #expect(made.notice.contains("Copie faite"), "\(made.notice)")
        }
        let missing = await desk.post(
            "/reglages/sauvegarder",
            ["jeton": await desk.get("/").token, "dossier": folder + "/nowhere"]
        )
        #expect(missing.notice.contains("n’existe pas"))
    }
}
