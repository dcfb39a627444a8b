import Desk
import Tenancy
import Testing

/// Scenario 2: a Rallye of four stops.
struct RallyTests {
    @Test func `18 registered, 16 left, 61 passages: 16 participants and 88,9 %`() async throws {
        let laptops = try Laptops()
        _ = try laptops.event(
            registering: 18,
            .rallyeEmploi,
            stops: ["Atelier Fictif", "Logistique Fictive", "Chantier Fictif", "Clinique Fictive"]
        )
        try laptops.go(to: 9)
        let desk = try await laptops.browser()
        var sheet = try await desk.sheet()
        let hosts = ["1. Atelier", "2. Logistique", "3. Chantier", "4. Clinique"]
        for (host, came) in zip(hosts, [16, 16, 15, 14]) {
            sheet = await desk.get(try #require(sheet.link(host)))
            for number in 0..<came {
                let name = "NOM" + (number < 10 ? "0\(number)" : "\(number)")
                sheet = try await desk.press(name, on: sheet)
                #expect(sheet.row(name)?.kind == "seen")
            }
            #expect(sheet.rows.count { $0.kind == "seen" } == came)
        }
        let whole = await desk.get(try #require(sheet.link("Ensemble")))
        #expect(whole.figure("Passages aux étapes") == "61")
        #expect(whole.figure("Participants") == "16")
        #expect(whole.figure("Inscrits présents") == "16")
        #expect(whole.figure("Taux d&#39;accroche") == "88,9 % (16 / 18)")
    }
}
