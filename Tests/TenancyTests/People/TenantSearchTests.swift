import GRDB
import Records
import ReplicaStore
import Tenancy
import Testing

struct TenantSearchTests {
    private let world: PeopleWorld
    private var store: LandlordStore { world.a }

    init() throws {
        world = try PeopleWorld()
        for (last, first, birth, phone, ref) in [
            ("Lefèvre", "Zoé", "01/02/1980", "06 39 98 01 02", "L-000001"),
            ("LEFEVRE", "Anne-Marie", "03/04/1975", "06 39 98 05 06", "L-000002"),
            ("De La Tour", "Zoé", "05/06/1990", "03 53 01 14 95", "T-17"),
            ("Zola", "Émile", "02/04/1970", "01 99 00 10 20", "l-9"),
        ] {
            _ = try world.a.addTenant([
                .lastName: last, .firstName: first, .birthDate: birth, .phone: phone, .erpRef: ref,
            ])
        }
    }

    private func names(_ query: String, limit: Int = 20) throws -> [String] {
        try store.findTenants(query, today: world.today, limit: limit)
            .map { "\($0.lastName) \($0.firstName)" }
    }

    @Test(arguments: [
        ("lefe", ["LEFEVRE Anne-Marie", "Lefèvre Zoé"]),
        ("LEFÈVRE  zo", ["Lefèvre Zoé"]), ("zoe lef", ["Lefèvre Zoé"]),
        ("anne marie lefevre", ["LEFEVRE Anne-Marie"]),
        ("de la tour zoé", ["De La Tour Zoé"]), ("zoe de la", ["De La Tour Zoé"]),
        ("zo", ["Zola Émile", "De La Tour Zoé", "Lefèvre Zoé"]), ("emile", ["Zola Émile"]),
        ("063998", ["Lefèvre Zoé", "LEFEVRE Anne-Marie"]),
        ("+33 6 39 98 05", ["LEFEVRE Anne-Marie"]), ("l-000002", ["LEFEVRE Anne-Marie"]),
        ("L-0000", ["Lefèvre Zoé", "LEFEVRE Anne-Marie"]), ("T-17", ["De La Tour Zoé"]),
        ("05/06/1990", ["De La Tour Zoé"]), ("1990-06-05", ["De La Tour Zoé"]),
        ("06/05/1990", []), ("evre", []), ("", []), ("%", []), ("zoe '; drop", []),
    ])
    func `a query finds whom it means`(query: String, expected: [String]) throws {
        // The order of people whom one look-up finds is that of its index.
        #expect(Set(try names(query)) == Set(expected))
        #expect(try names(query).count == expected.count)
    }

    @Test func `last names come before first names, and no more than the limit`() throws {
        #expect(try names("zo").first == "Zola Émile")
        #expect(try names("zo", limit: 2).count == 2)
        #expect(try names("zo", limit: 0).isEmpty)
    }

    @Test func `a merged file is left out, and its old name leads nowhere`() throws {
        let found = try store.findTenants("zoe", today: world.today)
        try store.merge(keep: found[0].id, merge: found[1].id)
        #expect(try store.findTenants("zoe", today: world.today).map(\.id) == [found[0].id])
    }

    @Test func `files merged in a circle still show one`() throws {
        let pair = try world.a.findTenants("zoe", today: world.today).map(\.id)
        try world.exchange()
        try world.a.merge(keep: pair[0], merge: pair[1])
        try world.b.merge(keep: pair[1], merge: pair[0])
        try world.exchange()
        let shown = try world.a.findTenants("zoe", today: world.today).map(\.id)
        #expect(shown == [try #require(pair.min())])
        #expect(try world.b.findTenants("zoe", today: world.today).map(\.id) == shown)
        #expect(try world.b.tenant(pair[0]) == world.a.tenant(pair[1]))
    }

    @Test(arguments: ["lef", "zoe de la tour", "0639", "L-000002", "05/06/1990", "a b c d"])
    func `every look-up reads an index and sorts nothing`(query: String) throws {
        let search = TenantSearch(query, today: world.today)
        #expect(!search.lookups.isEmpty)
        try store.replica.read { database in
            for lookup in search.lookups {
                let plan = try Row.fetchAll(
                    database,
                    sql: "EXPLAIN QUERY PLAN " + lookup.sql,
                    arguments: lookup.arguments
                ).map { $0["detail"] as String? ?? "" }
                let search = "SEARCH tenant USING INDEX passerelle:tenant:index"
                #expect(plan.allSatisfy { $0.hasPrefix(search) })
            }
        }
    }
}
