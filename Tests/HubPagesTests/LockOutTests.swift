import Hub
import HubServer
import TestKit
import Testing

struct LockOutTests {
    private let world: PageWorld

    init() throws { world = try PageWorld() }

    @Test func `pauses grow from one second to a day`() {
        #expect(
            (0...12).map(LoginPause.after) == [
                0, 0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 900_000, 1_800_000,
                3_600_000,
            ]
        )
        #expect(LoginPause.after(1_000_000) == 86_400_000)
    }

    @Test func `ten failures lock an account out, whatever the address`() throws {
        for number in 0..<10 {
            try world.store.noteFailure(
                of: [.account("a.martin"), .address("192.0.2.\(number)")],
                at: world.clock.now()
            )
        }
        #expect(try world.store.pause(of: [.account("a.martin")], at: world.clock.now()) == 900_000)
        #expect(try world.store.pause(of: [.account("c.petit")], at: world.clock.now()) == 0)
    }

    @Test func `ten failures lock an address out, whatever the account`() throws {
        for number in 0..<10 {
            try world.store.noteFailure(
                of: [.account("a\(number)"), .address("192.0.2.1")],
                at: world.clock.now()
            )
        }
        #expect(
            try world.store.pause(of: [.address("192.0.2.1")], at: world.clock.now()) == 900_000
        )
        #expect(try world.store.pause(of: [.account("a1")], at: world.clock.now()) == 0)
    }

    @Test func `failures are forgotten after a day, and with another password`() throws {
        _ = try world.member()
        let source = [LoginSource.account("a.martin")]
        for _ in 0..<10 { try world.store.noteFailure(of: source, at: world.clock.now()) }
        try world.store.setPassword(of: "a.martin", to: world.hash())
        #expect(try world.store.pause(of: source, at: world.clock.now()) == 0)
        for _ in 0..<10 { try world.store.noteFailure(of: source, at: world.clock.now()) }
        world.clock.advance(milliseconds: Int64(LoginPause.memory + 1))
        try world.store.noteFailure(of: source, at: world.clock.now())
        #expect(try world.store.pause(of: source, at: world.clock.now()) == 0)
    }

    @Test func `the right password is not looked at while an account is locked out`() async throws {
        _ = try world.member()
        for _ in 0..<10 {
            try world.store.noteFailure(of: [.account("a.martin")], at: world.clock.now())
        }
        let token = await world.get("/connexion").cookie
        let answer = await world.post(
            "/connexion",
            token,
            ["jeton": token?.formToken ?? "", "nom": "a.martin", "secret": PageWorld.password]
        )
        #expect(answer.status == 429)
        #expect(answer.fields["retry-after"] == "900")
    }
}
