import Records
import ReplicaStore
import Tenancy
import Testing

/// Situation: two agents register the same person offline, with an accent and a number apart.
struct DuplicateTests {
    private let world: PeopleWorld
    private let first: Tenant
    private let second: Tenant

    init() throws {
        world = try PeopleWorld()
        first = try world.a.addTenant([
            .lastName: "Lefèvre", .firstName: "Zoé", .birthDate: "01/02/1980",
            .phone: "06 39 98 01 02",
        ]).tenant
        world.pass(minutes: 1)
        second = try world.b.addTenant([
            .lastName: "LEFEVRE", .firstName: "Zoe", .birthDate: "01/02/1980",
            .phone: "06 39 98 01 03", .email: "zoe@example.org",
        ]).tenant
        try world.exchange()
    }

    @Test func `one presumed duplicate, one differing field that shows both numbers`() throws {
        let found = try world.a.duplicates()
        #expect(try world.b.duplicates() == found)
        let pair = try #require(found.first)
        #expect(found.count == 1)
        #expect(pair.reasons == [.sameNameAndBirth])
        #expect(pair.differingFields == [.phone])
        #expect([pair.first.phone, pair.second.phone] == ["0639980102", "0639980103"])
        #expect(try world.a.replica.conflicts().isEmpty)
    }

    @Test
    func `a merge leaves one person, the old file leads to the kept one, undo brings it back`()
        throws
    {
        try world.a.merge(keep: first.id, merge: second.id, taking: [.phone, .email])
        try world.exchange()
        for store in [world.a, world.b] {
            #expect(try store.duplicates().isEmpty)
            let shown = try store.tenant(second.id)
            #expect(shown.id == first.id)
            #expect(shown.phone == "0639980103")
            #expect(shown.email == "zoe@example.org")
            #expect(shown.lastName == "Lefèvre")
            #expect(try store.journal().sorted() == ["creation", "creation", "fusion"])
            #expect(try store.merges().map(\.merged) == [second.id])
        }
        world.pass(minutes: 1)
        try world.b.unmerge(second.id)
        try world.exchange()
        #expect(try world.a.tenant(second.id) == second)
        #expect(try world.a.tenant(first.id) == first)
        #expect(try world.a.duplicates().count == 1)
        #expect(try world.a.merges(of: first.id).map(\.undoneBy) == ["Luc"])
        #expect(try world.a.journal().last == "annulation_fusion")
    }

    @Test func `undo leaves what somebody changed after the merge`() throws {
        try world.a.merge(keep: first.id, merge: second.id, taking: [.phone, .email])
        try world.a.updateTenant(second.id, [.phone: "06 39 98 09 09"])
        let merge = try #require(try world.a.merges().first)
        try world.a.unmerge(merge.id)
        let kept = try world.a.tenant(first.id)
        #expect(kept.phone == "0639980909")
        #expect(kept.email == nil)
    }

    @Test func `a merge with itself, of a merged file, or into one is refused and changes nothing`()
        throws
    {
        let third = try world.a.addTenant([.lastName: "Zola", .firstName: "Émile"]).tenant.id
        try world.a.merge(keep: first.id, merge: second.id)
        let before = try world.a.dump()
        for (keep, merged) in [
            (first.id, first.id), (first.id, second.id), (third, second.id), (second.id, third),
        ] {
            let refusal = #expect(throws: TenancyError.self) {
                try world.a.merge(keep: keep, merge: merged)
            }
            #expect(refusal?.code == .refused)
        }
        let refusal = #expect(throws: TenancyError.self) { try world.a.unmerge(third) }
        #expect(refusal?.code == .notFound)
        #expect(try world.a.dump() == before)
    }

    @Test func `a pair said to be two persons is not listed again, on either laptop`() throws {
        try world.a.dismissDuplicate(second.id, first.id)
        try world.exchange()
        #expect(try world.a.duplicates().isEmpty)
        #expect(try world.b.duplicates().isEmpty)
        #expect(try world.b.duplicates(of: first.id).isEmpty)
        try world.b.dismissDuplicate(first.id, second.id)
        #expect(try world.b.count("duplicate_decision") == 1)
    }

    @Test func `each of the three reasons makes a pair, and a pair is listed once`() throws {
        let third = try world.a.addTenant([
            .lastName: "Durand", .firstName: "ZOÉ", .phone: "+33639980102", .erpRef: "L-1",
        ])
        #expect(third.duplicates.map(\.reasons) == [[.sameFirstNameAndPhone]])
        let fourth = try world.a.addTenant([
            .lastName: "Durand", .firstName: "Zoe", .phone: "0639980102", .erpRef: "L-1",
        ])
        #expect(fourth.duplicates.count == 2)
        let pairs = try world.a.duplicates()
        #expect(pairs.count == 4)
        let both = pairs.filter { $0.reasons == [.sameErpRef, .sameFirstNameAndPhone] }
        #expect(
            both.map { Set([$0.first.id, $0.second.id]) }
                == [[third.tenant.id, fourth.tenant.id]]
        )
        #expect(both.first?.differingFields == [])
    }

    @Test func `brothers who share a number, and namesakes born apart, are no duplicates`() throws {
        let store = world.a
        _ = try store.addTenant([
            .lastName: "Lefèvre", .firstName: "Paul", .birthDate: "01/02/1980",
            .phone: "0639980102",
        ])
        _ = try store.addTenant([
            .lastName: "Lefèvre", .firstName: "Zoé", .birthDate: "02/02/1980",
        ])
        #expect(try store.duplicates().count == 1)
    }
}
