import Hub
import TestKit
import Testing

struct SessionTests {
    private let world: PageWorld

    init() throws { world = try PageWorld() }

    private func isIn(_ token: SessionToken) throws -> Bool {
        try world.store.account(of: token, at: world.clock.now()) != nil
    }

    @Test func `a session ends after thirty idle minutes`() throws {
        let token = try world.member()
        world.clock.advance(milliseconds: Int64(HubStore.sessionIdle - 1))
        #expect(try isIn(token))
        world.clock.advance(milliseconds: 1)
        #expect(try !isIn(token))
    }

    @Test func `whoever goes on reading is logged out after twelve hours`() throws {
        let token = try world.member()
        for _ in 0..<35 {
            world.clock.advance(milliseconds: 20 * 60_000)
            _ = try world.store.note(.view, of: "/", by: token, at: world.clock.now())
            #expect(try isIn(token))
        }
        world.clock.advance(milliseconds: 20 * 60_000)
        #expect(try !isIn(token))
    }

    @Test func `another password ends every session`() throws {
        let token = try world.member()
        try world.store.setPassword(of: "a.martin", to: world.hash("une autre phrase"))
        #expect(try !isIn(token))
    }

    @Test func `who is removed is out at once, and another role counts at once`() throws {
        let token = try world.member()
        try world.store.setRole(of: "a.martin", to: .publisher)
        #expect(try world.store.account(of: token, at: world.clock.now())?.role == .publisher)
        try world.store.removeAccount("a.martin")
        #expect(try !isIn(token))
    }

    @Test func `a clock that was set back ends a session`() throws {
        let token = try world.member()
        #expect(try world.store.account(of: token, at: world.clock.now() - 1) == nil)
    }
}
