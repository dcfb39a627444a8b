import BundleFormat
import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Deletions are freed on proof, and whoever was not asked loses nothing and resurrects nothing.
struct FreedRowsTests {
    private let stores: TestStores
    private let a: Replica
    private let b: Replica
    private let c: Replica
    private let ids = (0..<3).map { RecordID.natural("person", [UInt8($0)]) }

    /// Three replicas that know three people and one another.
    init() throws {
        stores = try TestStores()
        a = try stores.make("a", try PeopleSchema.schema())
        b = try stores.make("b", try PeopleSchema.schema())
        c = try stores.make("c", try PeopleSchema.schema())
        try a.write { transaction in
            for (number, id) in ids.enumerated() {
                try transaction.insert(
                    "person",
                    id: id,
                    ["name": .text("Zoé \(number)"), "phone": "01", "visits": 1]
                )
            }
        }
        for replica in [b, c] {
            try replica.apply(try a.delta(since: VersionVector()).bytes)
            try replica.write { try $0.update("person", id: ids[2], ["phone": "02"]) }
        }
        try meet([a, b, c])
    }

    /// Everybody meets everybody twice: the second time with what was acknowledged.
    private func meet(_ replicas: [Replica]) throws {
        for _ in 0..<2 {
            for sender in replicas {
                for receiver in replicas where receiver.id != sender.id {
                    try receiver.apply(try sender.delta(since: receiver.versionVector).bytes)
                }
            }
        }
    }

    private func delete(_ replica: Replica, _ index: Int = 0) throws {
        try replica.write { _ = try $0.delete("person", id: ids[index]) }
    }

    private func names(_ replica: Replica) throws -> [String] {
        try replica.read {
            try String.fetchAll($0, sql: "SELECT coalesce(name, '?') FROM person ORDER BY name")
        }
    }

    private func rescued(_ replica: Replica) throws -> [String] {
        try replica.read {
            try String.fetchAll($0, sql: "SELECT value FROM passerelle_rescued ORDER BY tag")
        }
    }

    private func agree(_ replicas: [Replica]) throws {
        let states = try replicas.map { replica in
            try replica.read {
                try Row.fetchAll($0, sql: "SELECT hex(id), * FROM person ORDER BY id")
                    .map { "\($0["hex(id)"] as String) \($0["name"] ?? "") \($0["phone"] ?? "")" }
            }
        }
        for state in states { #expect(state == states[0]) }
        for replica in replicas {
            let digests = try replica.digests()
            #expect(digests.counted == (try replicas[0].digests().counted))
            if let kept = digests.kept { #expect(kept == digests.counted) }
        }
    }

    @Test func `a deletion waits for the last replica, then nothing of the row is left`() throws {
        try delete(a)
        try meet([a, b])
        #expect(try a.pendingDeletions() == 1)
        #expect(try b.pendingDeletions() == 1)
        try meet([a, b, c])
        for replica in [a, b, c] {
            #expect(try replica.pendingDeletions() == 0)
            #expect(try names(replica) == ["Zoé 1", "Zoé 2"])
        }
        try agree([a, b, c])
    }

    @Test func `an edit made before the deletion was seen brings the whole row back`() throws {
        try delete(a)
        try meet([a, b])
        try c.write { try $0.update("person", id: ids[0], ["phone": "09"]) }
        try meet([a, b, c])
        #expect(try names(a) == ["Zoé 0", "Zoé 1", "Zoé 2"])
        try agree([a, b, c])
    }

    @Test func `a replica that was set aside comes back by snapshot, and its work is rescued`()
        throws
    {
        try delete(a)
        try meet([a, b])
        try a.setAside(c.id)
        try b.setAside(c.id)
        #expect(try a.pendingDeletions() == 0)
        try c.write { try $0.update("person", id: ids[0], ["phone": "09"]) }
        try c.write { try $0.update("person", id: ids[1], ["phone": "08"]) }
        try c.apply(try a.delta(since: c.versionVector).bytes)
        #expect(try rescued(c) == ["09"])
        #expect(try names(c) == ["Zoé 1", "Zoé 2"])
        try meet([a, b, c])
        #expect(try names(a) == ["Zoé 1", "Zoé 2"])
        try agree([a, b, c])
        #expect(try a.peers().allSatisfy { !$0.isAside })
        #expect(try a.pendingDeletions() == 0)
    }

    @Test func `what a replica behind sends first is rescued where it arrives`() throws {
        try delete(a)
        try meet([a, b])
        try a.setAside(c.id)
        try c.write { try $0.update("person", id: ids[0], ["phone": "09"]) }
        try a.apply(try c.delta(since: a.versionVector).bytes)
        #expect(try rescued(a) == ["09"])
        #expect(try names(a) == ["Zoé 1", "Zoé 2"])
        // b has not freed the row: it comes back there, until a's decision reaches it.
        try b.apply(try c.delta(since: b.versionVector).bytes)
        try meet([a, b, c])
        try agree([a, b, c])
        #expect(try names(b) == ["Zoé 1", "Zoé 2"])
    }

    @Test func `who freed a row takes it back whole from somebody who had not`() throws {
        try delete(a)
        try meet([a, b])
        try a.setAside(c.id)
        #expect(try a.pendingDeletions() == 0)
        try c.write { try $0.update("person", id: ids[0], ["phone": "09"]) }
        try c.apply(try b.delta(since: c.versionVector).bytes)
        #expect(try names(c).contains("Zoé 0"))
        try a.apply(try c.delta(since: a.versionVector).bytes)
        #expect(try names(a).contains("Zoé 0"))
        try meet([a, b, c])
        try agree([a, b, c])
        #expect(try rescued(a).isEmpty)
    }

    @Test func `a newcomer nobody knew of resurrects nothing`() throws {
        let d = try stores.make("d", try PeopleSchema.schema())
        try d.apply(try a.delta(since: VersionVector()).bytes)
        try delete(a)
        try meet([a, b, c])
        #expect(try a.pendingDeletions() == 0)
        try d.apply(try a.delta(since: d.versionVector).bytes)
        #expect(try names(d) == ["Zoé 1", "Zoé 2"])
        try d.write { try $0.update("person", id: ids[1], ["phone": "07"]) }
        try meet([a, b, c, d])
        try agree([a, b, c, d])
    }

    @Test func `who took a snapshot tells those behind of what was freed before it`() throws {
        try delete(a)
        try meet([a, b])
        for replica in [a, b] { try replica.setAside(c.id) }
        let newcomer = try stores.make("d", try PeopleSchema.schema())
        try newcomer.apply(try a.delta(since: newcomer.versionVector).bytes)
        try c.apply(try newcomer.delta(since: c.versionVector).bytes)
        #expect(try names(c) == ["Zoé 1", "Zoé 2"])
        try meet([a, b, c, newcomer])
        try agree([a, b, c, newcomer])
    }

    @Test func `an old word of a replica that was set aside is no sign of life, a new one is`()
        throws
    {
        try a.setAside(c.id)
        try meet([a, b])
        #expect(try a.peers().contains { $0.replica == c.id && $0.isAside })
        try c.write { try $0.update("person", id: ids[1], ["phone": "08"]) }
        try meet([a, b, c])
        #expect(try a.peers().allSatisfy { !$0.isAside })
    }

    @Test func `who deletes and never hears of the rest keeps no more than its own deletion`()
        throws
    {
        // What else arrived before the deletion need not be stable.
        try b.write { try $0.update("person", id: ids[1], ["phone": "03"]) }
        let told = try b.delta(since: a.versionVector)
        try delete(a)
        try a.apply(told.bytes)
        let own = VersionVector([a.id: a.versionVector[a.id]])
        try a.note([
            .init(replica: b.id, vector: b.versionVector.union(own)),
            .init(replica: c.id, vector: c.versionVector.union(own)),
        ])
        #expect(try a.pendingDeletions() == 0)
    }
}
