import GRDB
import Hub
import TestKit
import Testing

struct PageAuditTests {
    private let world: PageWorld

    init() throws { world = try PageWorld() }

    private func faults() throws -> [String] {
        try world.store.queue.read { try HubStore.faultsOfPageAudit($0) }
    }

    @Test func `what is seen and taken is noted, in order`() async throws {
        let token = try world.member()
        _ = await world.get("/bailleurs", token)
        _ = await world.get("/bilans/400L/2023-02-13.csv", token)
        let lines = try world.store.pageAudit(last: 9)
        #expect(lines.map(\.action) == [.export, .view, .login])
        #expect(lines.map(\.account) == ["a.martin", "a.martin", "a.martin"])
        #expect(lines[0].what == "/bilans/400L/2023-02-13.csv")
        #expect(lines[1].what == "/bailleurs?programme=400L&jour=2023-02-13")
        #expect(try faults() == [])
    }

    @Test func `no line can be changed or removed`() throws {
        _ = try world.member()
        for sql in ["UPDATE page_audit SET what = 'x'", "DELETE FROM page_audit"] {
            #expect(throws: DatabaseError.self) {
                try world.store.queue.write { try $0.execute(sql: sql) }
            }
        }
    }

    @Test(arguments: [
        "UPDATE page_audit SET what = 'x' WHERE number = 2",
        "UPDATE page_audit SET at = at + 1 WHERE number = 1",
        "DELETE FROM page_audit WHERE number = 1",
        "DELETE FROM page_audit WHERE number = 2",
    ])
    func `a line that was altered by force is found`(sql: String) async throws {
        let token = try world.member()
        for path in ["/", "/carte"] { _ = await world.get(path, token) }
        try await world.store.queue.write { database in
            try database.execute(sql: "DROP TRIGGER page_audit_stays")
            try database.execute(sql: "DROP TRIGGER page_audit_remains")
            try database.execute(sql: sql)
        }
        #expect(try faults().count == 1)
    }
}
