import Desk
import FoundationEssentials
import Records
import Tenancy
import Testing

/// Scenario 12, played on the pages of two desks.
struct WorksiteTests {
    private let laptops: Laptops
    private let desk: Browser

    init() async throws {
        laptops = try Laptops(2)
        // Twelve in the EPCI of the worksite (Lille, Roubaix), five in Amiens.
        let communes =
            Array(repeating: "59350", count: 7) + Array(repeating: "59512", count: 5)
            + Array(repeating: "80021", count: 5)
        for (number, commune) in communes.enumerated() {
            let last = "Volontaire" + (number < 10 ? "0\(number)" : "\(number)")
            _ = try laptops.person("Zoé", last, [.communeCode: commune])
        }
        try laptops.exchange()
        try laptops.go(to: 9)
        desk = try await laptops.browser()
    }

    private static let form = [
        "nom": "Réhabilitation fictive", "cadre": "npnru", "programme": Laptops.programme,
        "commune": "59350", "jour": "2026-05-12", "heures": "42 000", "clause": "5",
        "metiers": "F1704, F1703 F1606", "prevision": "120",
    ]

    private func worksite() async throws -> SeenPage {
        let list = await desk.get("/chantiers")
        let fields = Self.form.merging(
            ["jeton": list.token, "cle": try #require(list.value("cle"))]
        ) { $1 }
        let added = await desk.post("/chantiers", fields)
        #expect(added.notice == "Chantier ajouté.")
        // Sent twice, the form makes one.
        _ = await desk.post("/chantiers", fields)
        #expect(try laptops.all[0].worksites().count == 1)
        return added
    }

    private func agree(_ last: String, on page: SeenPage, by browser: Browser) async throws {
        let path = browser.path(of: page)
        let found = await browser.post(path + "/chercher", ["jeton": page.token, "q": last])
        let person = try #require(found.button("personne", "Volontaire"))
        _ = await browser.post(
            path + "/volontaire",
            ["jeton": found.token, "personne": person, "accord": "signature", "rome-F1703": "1"]
        )
    }

    private func follow(_ number: Int, _ label: String, on page: SeenPage) async throws -> SeenPage
    {
        let name = "VOLONTAIRE" + (number < 10 ? "0\(number)" : "\(number)")
        let button = try #require(page.followButton(name, label), "\(label) \(name)")
        return await desk.post(
            desk.path(of: page) + "/suivi",
            ["jeton": page.token, "suivi": button]
        )
    }

    @Test func `12: 17 volunteers, 12 proposed, 7 positioned, 3 taken, 640 of 2 100 hours`()
        async throws
    {
        var page = try await worksite()
        #expect(page.text.contains("42\u{202F}000\u{A0}h, clause 5\u{A0}% = 2\u{202F}100\u{A0}h"))
        #expect(page.text.contains("dans 3 mois"))
        for number in 0..<17 {
            try await agree(
                "Volontaire" + (number < 10 ? "0" : "") + "\(number)",
                on: page,
                by: desk
            )
        }
        page = await desk.get(desk.path(of: page))
        _ = await desk.post(
            "/offres",
            [
                "jeton": page.token, "cle": try #require(page.value("cle")),
                "chantier": try #require(page.value("chantier")), "genre": "clause",
                "intitule": "Maçonnerie", "rome": "F1703", "postes": "15",
            ]
        )
        page = await desk.get(desk.path(of: page))
        for number in 0..<12 { page = try await follow(number, "Proposer", on: page) }
        for number in 0..<7 { page = try await follow(number, "Positionner", on: page) }
        for number in 0..<3 { page = try await follow(number, "Retenu", on: page) }
        for hours in ["400", "240"] {
            page = await desk.get(desk.path(of: page))
            let fields = [
                "jeton": page.token, "cle": try #require(page.value("cle")), "heures": hours,
            ]
            _ = await desk.post(desk.path(of: page) + "/heures", fields)
            page = await desk.post(desk.path(of: page) + "/heures", fields)
        }
        try expectScenario(page)
        try laptops.exchange()
        let other = try await laptops.browser(1)
        let list = await other.get("/chantiers")
        try expectScenario(await other.get(try #require(list.link("Réhabilitation"))))
    }

    private func expectScenario(_ page: SeenPage) throws {
        #expect(page.figure("Volontaires") == "17")
        #expect(page.figure("Dans l’EPCI") == "12")
        #expect(page.figure("Proposés") == "12")
        #expect(page.figure("Positionnés") == "7")
        #expect(page.figure("Retenus") == "3")
        #expect(page.figure("Heures d’insertion réalisées") == "30,5 % (640 / 2 100)")
        #expect(page.text.contains("17\u{A0}×\u{A0}120\u{A0}h = 2\u{202F}040\u{A0}h"))
        #expect(page.text.contains("<th scope=\"row\">Lille</th>"))
    }

    @Test func `an old page changes nothing, and who withdrew is not proposed`() async throws {
        var page = try await worksite()
        try await agree("Volontaire00", on: page, by: desk)
        page = await desk.get(desk.path(of: page))
        _ = await desk.post(
            "/offres",
            [
                "jeton": page.token, "cle": try #require(page.value("cle")),
                "chantier": try #require(page.value("chantier")), "intitule": "Maçonnerie",
            ]
        )
        let old = await desk.get(desk.path(of: page))
        _ = try await follow(0, "Proposer", on: old)
        page = await desk.get(desk.path(of: page))
        page = try await follow(0, "Positionner", on: page)
        let stale = try await follow(0, "Proposer", on: old)
        #expect(stale.notice.contains("entre-temps"))
        #expect(stale.figure("Positionnés") == "1")
        let person = try #require(page.button("personne", "Retirer"))
        let fields = ["jeton": page.token, "personne": person]
        _ = await desk.post(desk.path(of: page) + "/retrait", fields)
        page = await desk.post(desk.path(of: page) + "/retrait", fields)
        #expect(page.notice.contains("ne sera plus proposé"))
        #expect(page.figure("Volontaires") == "0")
        let refused = try await follow(0, "Proposer", on: old)
        #expect(refused.notice.contains("entre-temps"))
    }

    @Test func `a worksite that cannot be is told, and none is made`() async throws {
        for (name, value) in [
            ("commune", "99999"), ("metiers", "F9999"), ("heures", "beaucoup"), ("clause", "101"),
            ("jour", "demain"), ("prevision", "0"),
        ] {
            let list = await desk.get("/chantiers")
            let fields = Self.form.merging(
                ["jeton": list.token, "cle": try #require(list.value("cle")), name: value]
            ) { $1 }
            let told = await desk.post("/chantiers", fields)
            #expect(told.notice.hasPrefix("Le chantier n’a pas été ajouté"), "\(name)")
        }
        #expect(try laptops.all[0].worksites().isEmpty)
    }
}

extension Browser {
    /// The path of a page, without what was searched on it.
    fileprivate func path(of page: SeenPage) -> String {
        let path = String(page.path.prefix { $0 != "?" && $0 != "#" })
        let ends = ["/suivi", "/heures", "/retrait", "/volontaire", "/chercher"]
        return ends.first { path.hasSuffix($0) }.map { String(path.dropLast($0.count)) } ?? path
    }
}

extension SeenPage {
    /// What the button of that label in somebody's row sends.
    fileprivate func followButton(_ name: String, _ label: String) -> String? {
        guard
            let row = text.components(separatedBy: "<li>").first(where: {
                $0.contains(">\(name) ") && $0.contains("name=\"suivi\"")
            })
        else { return nil }
        return row.matches(of: /name="suivi" value="([^"]*)"[^>]*>([^<]*)/)
            .first { $0.2 == label }.map { String($0.1) }
    }
}
