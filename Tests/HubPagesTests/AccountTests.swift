import GRDB
import Hub
import TestKit
import Testing

struct AccountTests {
    private let world: PageWorld

    init() throws { world = try PageWorld() }

    @Test func `a name is taken once, and has a closed form`() throws {
        _ = try world.member()
        #expect(throws: AccountFailure.exists) {
            try world.store.add(Account(name: "a.martin", role: .viewer), world.hash())
        }
        for name in ["", "A.Martin", "a martin", "a<b>", String(repeating: "a", count: 65)] {
            #expect(throws: AccountFailure.badName) { try Account(name: name, role: .viewer) }
        }
    }

    @Test func `who has no account is named so`() throws {
        #expect(throws: AccountFailure.unknown) { try world.store.setRole(of: "x", to: .viewer) }
        #expect(throws: AccountFailure.unknown) { try world.store.removeAccount("x") }
        #expect(throws: AccountFailure.unknown) {
            try world.store.setPassword(of: "x", to: world.hash())
        }
    }

    @Test func `a password has twelve characters or more`() {
        #expect(throws: AccountFailure.shortPassword) { try world.hash("onze lettre") }
    }

    @Test func `only the right password is accepted, and two hashes of it differ`() throws {
        let (first, second) = (try world.hash(), try world.hash())
        #expect(first != second)
        #expect(first.accepts(PageWorld.password))
        #expect(!first.accepts(PageWorld.password + "."))
        #expect(!PasswordHash.decoy.accepts(PageWorld.password))
    }

    @Test func `neither a password nor a token lies in the file`() throws {
        let token = try world.member()
        let values = try world.store.queue.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM account, page_session").map(
                \.description
            )
        }
        #expect(values.count == 1)
        #expect(!values.joined().contains(token.text))
        #expect(!values.joined().contains(PageWorld.password))
    }
}
