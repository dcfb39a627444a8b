import Hub
import HubPages
import HubServer
import TestKit
import Testing

struct UnionSiteTests {
    private static let pages = [
        "/", "/entonnoir", "/bailleurs", "/carte", "/nuits", "/bilans", "/chiffres/taux-show_up",
        "/chiffres/nombre-participants", "/bilans/400L/2023-02-13.html",
        "/bilans/400L/2023-02-13.json", "/bilans/400L/2023-02-13.pdf",
    ]

    private let world: PageWorld

    init() throws { world = try PageWorld() }

    @Test(arguments: pages) func `who is not logged in sees nothing`(path: String) async {
        let answer = await world.get(path)
        #expect(answer.status == 303)
        #expect(answer.fields["location"] == "/connexion")
        #expect(answer.bytes == [])
    }

    @Test(arguments: pages) func `every page allows the browser next to nothing`(
        path: String
    ) async throws {
        let answer = await world.get(path, try world.member())
        #expect(answer.status == 200)
        let policy = answer.fields["content-security-policy"] ?? ""
        #expect(policy.hasPrefix("default-src 'none'; style-src '"))
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(answer.fields["cache-control"] == "no-store")
        #expect(answer.fields["referrer-policy"] == "no-referrer")
        #expect(answer.fields["x-content-type-options"] == "nosniff")
        #expect(!answer.text.contains("<script"))
        #expect(!answer.text.contains("http://") && !answer.text.contains("https://"))
    }

    @Test func `paths that are no page are left to the API`() {
        for path in ["/v1/nonces", "/health", "/metrics", "/x", "/bilans/400L", "/chiffres/taux-x"]
        {
            #expect(!world.site.owns(Substring(path)), "\(path)")
        }
        #expect(world.site.owns("/") && world.site.owns("/bilans/400L/2023-02-13.fods"))
    }

    @Test func `a name with markup, and a sign under an accent, stay words`() async throws {
        let token = try world.member()
        for path in ["/bailleurs", "/chiffres/taux-show_up"] {
            let text = await world.get(path, token).text
            let escaped =
                "Logis &lt;b&gt;fictif&lt;/b&gt; &quot;\u{301} onfocus=&#39;x&#39; &amp;amp;"
            #expect(text.contains(escaped))
            #expect(!text.contains("<b>"))
        }
    }

    @Test func `a figure is traced to its parts, its landlords and their age`() async throws {
        let text = await world.get("/chiffres/taux-show_up", try world.member()).text
        for part in [
            "76,7", "23\u{A0}/\u{A0}30", "18\u{A0}/\u{A0}20", "J-3", "jamais reçu", "13/02/2023",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(text.contains("inscrits présents à une action à laquelle ils étaient inscrits"))
    }

    @Test func `a language is English where it is asked for`() async throws {
        let text = await world.get("/chiffres/taux-show_up?langue=en", try world.member()).text
        #expect(text.contains("<html lang=\"en\">"))
        #expect(text.contains("Show-up rate") && text.contains("76.7%"))
        #expect(text.contains("<dl lang=\"fr\">"))
    }

    @Test(arguments: [
        "/?programme=X", "/?jour=2023-02-30", "/?jour=x", "/?programme=400L&programme=400L",
        "/bilans/X/2023-02-13.csv", "/figes/400L/2023-02-13.csv", "/nuits/2023-02-13.json",
    ])
    func `what there is not is said so`(path: String) async throws {
        #expect(await world.get(path, try world.member()).status == 404)
    }

    @Test func `other verbs are refused`() async throws {
        let token = try world.member()
        #expect(await world.post("/", token, [:]).status == 405)
        #expect(await world.get("/deconnexion", token).status == 405)
        #expect(await world.get("/bilans/figer", token).status == 405)
    }

    @Test func `a statement that comes changes the page`() async throws {
        let token = try world.member()
        #expect(await world.get("/", token).text.contains("1/3"))
        try PageWorld.send(
            "B2",
            registered: 11,
            present: 6,
            day: PageWorld.day,
            version: 2,
            to: world.store
        )
        #expect(await world.get("/", token).text.contains("2/3"))
    }
}
