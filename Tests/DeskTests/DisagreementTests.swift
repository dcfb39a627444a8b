import Desk
import Testing

/// Scenario 11: one tablet says present at 14:05, the other closes the list at 16:00.
struct DisagreementTests {
    private func ticked(_ laptops: Laptops) async throws -> [Browser] {
        _ = try laptops.event(registering: 22)
        try laptops.go(to: 14)
        let desks = [try await laptops.browser(0), try await laptops.browser(1)]
        var sheet = try await desks[0].sheet()
        for number in 0..<21 {
            let name = "NOM" + (number < 10 ? "0\(number)" : "\(number)")
            sheet = try await desks[0].press(name, on: sheet)
        }
        try laptops.exchange()
        try laptops.go(to: 14, 5)
        return desks
    }

    @Test func `a signed presence beats the closing of the list: 22 present, nothing to clarify`()
        async throws
    {
        let laptops = try Laptops(2)
        let desks = try await ticked(laptops)
        let sheet = try await desks[0].sheet()
        let signed = try await desks[0].choose("Présent, a signé", for: "NOM21", on: sheet)
        #expect(signed.row("NOM21")?.state == "présent · 14:05 · a signé")
        try laptops.go(to: 16)
        let closed = await desks[1].close(try await desks[1].sheet())
        #expect(closed.notice.contains("1\u{A0}personne notée absente"))
        try laptops.exchange()
        for desk in desks {
            let sheet = try await desk.sheet()
            #expect(sheet.figure("Inscrits présents") == "22")
            #expect(sheet.figure("À préciser") == nil)
            #expect(sheet.row("NOM21")?.state == "présent · 14:05 · a signé")
        }
    }

    @Test func `both typed by hand: 21 present and one to clarify, until somebody says it again`()
        async throws
    {
        let laptops = try Laptops(2)
        let desks = try await ticked(laptops)
        _ = try await desks[0].press("NOM21", on: try await desks[0].sheet())
        try laptops.go(to: 16)
        _ = try await desks[1].choose("Absent", for: "NOM21", on: try await desks[1].sheet())
        try laptops.exchange()
        for desk in desks {
            let sheet = try await desk.sheet()
            #expect(sheet.figure("Inscrits présents") == "21")
            #expect(sheet.figure("À préciser") == "1")
            #expect(sheet.row("NOM21")?.kind == "to_clarify")
        }
        let decided = try await desks[0].press("NOM21", on: try await desks[0].sheet())
        #expect(decided.figure("Inscrits présents") == "22")
        try laptops.exchange()
        #expect(try await desks[1].sheet().figure("À préciser") == nil)
    }
}
