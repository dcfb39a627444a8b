import Hub
import HubPages
import HubServer
import TestKit
import Testing

struct FormTests {
    private let world: PageWorld

    init() throws { world = try PageWorld() }

    @Test func `a login gives a session of another token`() async throws {
        try world.store.add(Account(name: "a.martin", role: .viewer), world.hash())
        let token = try #require(await world.get("/connexion").cookie)
        let answer = await world.post(
            "/connexion",
            token,
            ["jeton": token.formToken, "nom": "a.martin", "secret": PageWorld.password]
        )
        #expect(answer.status == 303)
        let session = try #require(answer.cookie)
        #expect(session != token)
        #expect(await world.get("/", session).status == 200)
        #expect(await world.get("/", token).status == 303)
    }

    @Test func `a wrong password and an unknown name get one answer`() async throws {
        try world.store.add(Account(name: "a.martin", role: .viewer), world.hash())
        var texts: Set<String> = []
        for name in ["a.martin", "nobody"] {
            let token = try #require(await world.get("/connexion").cookie)
            let answer = await world.post(
                "/connexion",
                token,
                ["jeton": token.formToken, "nom": name, "secret": "une autre phrase"]
            )
            #expect(answer.status == 403)
            texts.insert(answer.text.replacing(/value="[0-9a-f]{64}"/, with: ""))
        }
        #expect(texts.count == 1)
        let pause = try world.store.pause(of: [.address("192.0.2.1")], at: world.clock.now())
        #expect(pause == 0)
    }

    @Test func `a form without its token does nothing`() async throws {
        let token = try world.member("a.martin", .publisher)
        let fields = ["programme": "400L", "jour": "2023-02-13"]
        for jeton in ["", SessionToken(world.entropy).formToken, token.text] {
            let told = fields.merging(["jeton": jeton]) { $1 }
            #expect(await world.post("/bilans/figer", token, told).status == 403)
            #expect(await world.post("/deconnexion", token, told).status == 403)
        }
        #expect(try world.store.frozenBilans() == [])
        #expect(await world.get("/", token).status == 200)
    }

    @Test func `a form that another site sent does nothing`() async throws {
        let token = try world.member("a.martin", .publisher)
        let fields = ["jeton": token.formToken, "programme": "400L", "jour": "2023-02-13"]
        let foreign = ["sec-fetch-site": "cross-site"]
        #expect(await world.post("/bilans/figer", token, fields, headers: foreign).status == 403)
        #expect(await world.post("/bilans/figer", token, fields).status == 303)
        #expect(try world.store.frozenBilans().count == 1)
    }

    @Test func `only a publisher freezes, and no day that has not come`() async throws {
        let viewer = try world.member("c.petit", .viewer)
        let fields = ["jeton": viewer.formToken, "programme": "400L", "jour": "2023-02-13"]
        #expect(await world.post("/bilans/figer", viewer, fields).status == 403)
        let publisher = try world.member("a.martin", .publisher)
        let late = ["jeton": publisher.formToken, "programme": "400L", "jour": "2023-02-14"]
        #expect(await world.post("/bilans/figer", publisher, late).status == 422)
        #expect(try world.store.frozenBilans() == [])
    }

    @Test func `who leaves is out`() async throws {
        let token = try world.member()
        let answer = await world.post("/deconnexion", token, ["jeton": token.formToken])
        #expect(answer.status == 303)
        #expect(answer.fields["set-cookie"]?.contains("Max-Age=0") == true)
        #expect(await world.get("/", token).status == 303)
    }

    @Test func `a form of another kind or too large is refused`() async throws {
        let token = try world.member()
        let long = ["jeton": String(repeating: "x", count: 5_000)]
        #expect(await world.post("/deconnexion", token, long).status == 413)
        let kind = ["content-type": "application/json"]
        #expect(await world.post("/deconnexion", token, [:], headers: kind).status == 403)
    }

    @Test func `the cookie is for TLS alone, except on the loopback`() async throws {
        let plain = await world.get("/connexion").fields["set-cookie"] ?? ""
        #expect(plain.hasPrefix("passerelle=") && !plain.contains("Secure"))
        let sealed = await (try PageWorld(isSealed: true)).get("/connexion").fields
        let cookie = sealed["set-cookie"] ?? ""
        #expect(cookie.hasPrefix("__Host-passerelle=") && cookie.hasSuffix("; Secure"))
        for text in [plain, cookie] {
            #expect(text.contains("; Path=/; HttpOnly; SameSite=Strict"))
        }
        #expect(sealed["strict-transport-security"] != nil)
    }
}
