import Causality
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// A row that is named by its content, made by one replica while another deletes it.
struct FreedTwinTests {
    private let id = RecordID.natural("person", [1])
    private let stores: TestStores

    init() throws { stores = try TestStores() }

    private func names(_ replica: Replica) throws -> [String] {
        try replica.read { try String.fetchAll($0, sql: "SELECT name FROM person ORDER BY name") }
    }

    private func give(_ sender: Replica, _ receiver: Replica) throws {
        try receiver.apply(try sender.delta(since: receiver.versionVector).bytes)
    }

    /// Zoé is made by one, Yves made and deleted by another, who tells a third.
    private func twins(
        _ rule: DeleteRule,
        expected: Bool
    ) throws -> (unheard: Replica, deleter: Replica, third: Replica) {
        let schema = try PeopleSchema.schema(rule)
        let all = try ["unheard", "deleter", "third"].map { try stores.make($0, schema) }
        if expected { for replica in all { try replica.expect(all.map(\.id)) } }
        try all[0].write { try $0.insert("person", id: id, ["name": "Zoé"]) }
        try all[1].write { try $0.insert("person", id: id, ["name": "Yves"]) }
        try all[1].write { _ = try $0.delete("person", id: id) }
        try give(all[1], all[2])
        return (all[0], all[1], all[2])
    }

    // Found by the simulation: seeds 262, 391, 396 and 479.
    @Test(arguments: [DeleteRule.deleteWins, .editWins])
    func `a twin of a row that was freed comes back everywhere, by whoever takes it first`(
        _ rule: DeleteRule
    ) throws {
        let (unheard, deleter, third) = try twins(rule, expected: false)
        #expect(try third.pendingDeletions() == 0)
        for receiver in [third, deleter] { try give(unheard, receiver) }
        for _ in 0..<2 {
            try give(third, deleter)
            try give(deleter, unheard)
            try give(unheard, third)
        }
        for replica in [unheard, deleter, third] {
            #expect(try names(replica) == ["Zoé"])
            #expect(try replica.digests().counted == (try third.digests().counted))
            #expect(try replica.conflicts().isEmpty)
        }
    }

    @Test(arguments: [DeleteRule.deleteWins, .editWins])
    func `a deletion waits for a replica that is expected, and its rule holds for the twin`(
        _ rule: DeleteRule
    ) throws {
        let (unheard, deleter, third) = try twins(rule, expected: true)
        #expect(try third.pendingDeletions() == 1)
        for _ in 0..<3 {
            try give(unheard, third)
            try give(third, deleter)
            try give(deleter, unheard)
        }
        for replica in [unheard, deleter, third] {
            #expect(try names(replica) == (rule == .editWins ? ["Zoé"] : []))
            #expect(try replica.digests().counted == (try third.digests().counted))
        }
    }

    @Test func `who frees a row without waiting for somebody keeps that one's hidden edit`() throws
    {
        let schema = try PeopleSchema.schema(.deleteWins)
        let (a, c) = (try stores.make("a", schema), try stores.make("c", schema))
        try a.write { try $0.insert("person", id: id, ["name": "Zoé", "phone": "01"]) }
        try give(a, c)
        try a.write { _ = try $0.delete("person", id: id) }
        try c.write { try $0.update("person", id: id, ["phone": "02"]) }
        try give(c, a)
        #expect(try names(a) == [])
        #expect(try a.pendingDeletions() == 1)
        try a.setAside(c.id)
        #expect(try a.pendingDeletions() == 0)
        let rescued = try a.read {
            try String.fetchAll($0, sql: "SELECT value FROM passerelle_rescued")
        }
        #expect(rescued == ["02"])
    }
}
