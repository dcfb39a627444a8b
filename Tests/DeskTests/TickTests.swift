import Desk
import GRDB
import ReplicaStore
import Tenancy
import Testing

/// What thumbs do to a list: twice, back, in two tabs, too early.
struct TickTests {
    private let laptops: Laptops

    init() throws { laptops = try Laptops() }

    private func marks() throws -> Int {
        try laptops.all[0].replica.read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM attendance WHERE mark IS NOT NULL"
            ) ?? 0
        }
    }

    @Test func `a double tap is one tick, and keeps the first time`() async throws {
        _ = try laptops.event(registering: 2)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let sheet = try await desk.sheet()
        _ = try await desk.press("NOM00", on: sheet)
        let before = laptops.all[0].replica.versionVector
        try laptops.go(to: 14, 1)
        let again = try await desk.press("NOM00", on: sheet)
        #expect(again.row("NOM00")?.state == "présent · 14:00")
        #expect(laptops.all[0].replica.versionVector == before)
        #expect(again.figure("Inscrits présents") == "1")
    }

    @Test func `undo takes the tick back, and undone again it changes nothing`() async throws {
        _ = try laptops.event(registering: 2)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let ticked = try await desk.press("NOM00", on: try await desk.sheet())
        let undone = try await desk.press("NOM00", on: ticked)
        #expect(undone.row("NOM00")?.kind == "upcoming")
        let before = laptops.all[0].replica.versionVector
        _ = try await desk.press("NOM00", on: ticked)
        #expect(laptops.all[0].replica.versionVector == before)
        #expect(try marks() == 0)
    }

    @Test func `a tab that has become old changes nothing, and says what stands there`()
        async throws
    {
        _ = try laptops.event(registering: 1)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let old = try await desk.sheet()
        _ = try await desk.choose("Excusé", for: "NOM00", on: old)
        let refused = try await desk.press("NOM00", on: old)
        #expect(refused.notice.contains("entre-temps, excusé"))
        #expect(refused.row("NOM00")?.kind == "excused")
        let meant = try await desk.press("NOM00", on: refused)
        #expect(meant.row("NOM00")?.kind == "seen")
    }

    @Test func `before the day nobody is ticked present, and the clock is named`() async throws {
        _ = try laptops.event(registering: 1)
        let desk = try await laptops.browser()
        let sheet = try await desk.sheet()
        #expect(sheet.row("NOM00")?.button == nil)
        #expect(sheet.notice.contains("12/02/2026") && sheet.notice.contains("10/02/2026"))
        let row = try #require(sheet.row("NOM00"))
        let forced = await desk.post(
            Browser.place(sheet) + "/pointer",
            ["jeton": sheet.token, "pointer": row.handle + ".present.rien"]
        )
        #expect(forced.notice.contains("avant"))
        #expect(try marks() == 0)
    }

    @Test func `somebody who came without registration leaves with the tick, and comes back`()
        async throws
    {
        _ = try laptops.event(registering: 0)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let here = try await desk.walkIn("Durand", "Léa", on: try await desk.sheet())
        #expect(here.figure("Participants") == "1")
        let gone = try await desk.press("DURAND", on: here)
        #expect(gone.rows.isEmpty && gone.figure("Participants") == "0")
        // The page before is still there with the button back.
        let row = try #require(here.row("DURAND"))
        let back = await desk.post(
            Browser.place(here) + "/pointer",
            ["jeton": here.token, "pointer": row.handle + ".present.rien"]
        )
        #expect(back.row("DURAND")?.state.contains("sans inscription") == true)
    }

    @Test func `a list is searched without a name in any link`() async throws {
        _ = try laptops.event(registering: 12)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let sheet = try await desk.sheet()
        let found = await desk.post(
            Browser.place(sheet) + "/chercher",
            ["jeton": sheet.token, "q": "nom07"]
        )
        #expect(found.rows.map(\.name) == ["NOM07 Prénom7"])
        #expect(desk.paths.allSatisfy { !$0.lowercased().contains("nom07") })
    }

    @Test func `names with markup, quotes and marks of direction stay words`() async throws {
        let event = try laptops.event(registering: 0)
        let hostile = "<script>alert(1)</script>\u{202E}'; DROP TABLE tenant;--\""
        let id = try laptops.person("Zoé", hostile)
        try laptops.all[0].register(id, for: event)
        try laptops.go(to: 14)
        let desk = try await laptops.browser()
        let ticked = try await desk.press("Zo", on: try await desk.sheet())
        #expect(!ticked.text.contains("<script>alert"))
        #expect(ticked.row("Zo")?.kind == "seen")
        #expect(try laptops.all[0].tenant(id).firstName == "Zoé")
    }
}
