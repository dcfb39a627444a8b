import Desk
import ReplicaStore
import Tenancy
import TestKit
import Testing

/// Scenario 1: a meeting at the foot of the building, two tablets, no network, by their pages alone.
struct MeetingTests {
    @Test func `24 registered, 21 present, 3 walk-ins: 87,5 %, 20,8 % and 8,3 % on both desks`()
        async throws
    {
        let laptops = try Laptops(2)
        let event = try laptops.event(registering: 24)
        try laptops.go(to: 14)
        let desks = [try await laptops.browser(0), try await laptops.browser(1)]
        var sheets = [try await desks[0].sheet(), try await desks[1].sheet()]
        for number in 0..<21 {
            laptops.clock.advance(milliseconds: 60_000)
            let desk = number < 12 ? 0 : 1
            let name = "NOM" + (number < 10 ? "0\(number)" : "\(number)")
            sheets[desk] = try await desks[desk].press(name, on: sheets[desk])
            let row = try #require(sheets[desk].row(name))
            // Shown is written: another reading of the store says the same.
            #expect(row.kind == "seen" && row.state.contains("présent · 14:"))
            let held = try laptops.all[desk].sheet(ofEvent: event)
            #expect(
                held.contains {
                    $0.person.name.hasSuffix("Nom" + name.suffix(2))
                        && $0.mark?.status == .seen
                }
            )
        }
        _ = try await desks[1].choose("Excusé", for: "NOM21", on: sheets[1])
        for walker in ["Arrivée", "Bienvenue", "Curieux"] {
            sheets[1] = try await desks[1].walkIn(walker, "Zoé", on: sheets[1])
            #expect(sheets[1].row(walker.uppercased())?.state.contains("sans inscription") == true)
        }
        try await noteSituations(desks[1], sheets[1])
        sheets[0] = try await desks[0].sheet()
        try laptops.exchange()
        try laptops.go(to: 17)
        let closed = await desks[0].close(sheets[0])
        #expect(closed.notice.contains("2\u{A0}personnes notées absentes"))
        try laptops.exchange()
        for desk in desks { try await expectFigures(try await desk.sheet()) }
        let delta = try laptops.all[1].replica.delta(since: laptops.all[0].replica.versionVector)
        #expect(delta.rowCount == 0)
        let first = try #require(try await desks[1].sheet().row("NOM00"))
        #expect(first.state == "présent · 14:01")
    }

    /// Of the 24 participants five are known to nobody: four say so, one is known to the CAF only.
    private func noteSituations(_ desk: Browser, _ sheet: SeenPage) async throws {
        for (index, name) in ["NOM00", "NOM01", "NOM02", "NOM03"].enumerated() {
            let page = try await desk.say(["reponse": "aucune"], of: name, on: sheet)
            #expect(page.notice.contains("enregistrée"), "\(index)")
        }
        _ = try await desk.say(["CAF": "1"], of: "ARRIVÉE", on: sheet)
        for number in 4..<21 {
            let name = "NOM" + (number < 10 ? "0\(number)" : "\(number)")
            _ = try await desk.say(["FT": "1"], of: name, on: sheet)
        }
        for name in ["BIENVENUE", "CURIEUX"] {
            _ = try await desk.say(["ML": "1", "CAF": "1"], of: name, on: sheet)
        }
        let unclear = try await desk.say(["reponse": "aucune", "FT": "1"], of: "NOM05", on: sheet)
        #expect(unclear.notice.contains("Cochez"))
    }

    private func expectFigures(_ sheet: SeenPage) async throws {
        #expect(sheet.figure("Inscrits") == "24")
        #expect(sheet.figure("Inscrits présents") == "21")
        #expect(sheet.figure("Participants") == "24")
        #expect(sheet.figure("Sans inscription") == "3")
        #expect(sheet.figure("Excusés") == "1")
        #expect(sheet.figure("Absents") == "2")
        #expect(sheet.figure("À préciser") == nil)
        #expect(sheet.figure("Taux d&#39;accroche") == "87,5 % (21 / 24)")
        #expect(sheet.figure("Taux d&#39;inconnus des institutions") == "20,8 % (5 / 24)")
        #expect(sheet.figure("Taux d&#39;absence non excusée") == "8,3 % (2 / 24)")
    }
}
