import BundleFormat
import Records
import ReplicaStore
import TestKit
import Testing

/// Whoever heard of the others from somebody who had erased is not compared with them.
struct ErasureStateTests {
    private let stores: TestStores
    private let author: Replica
    private let eraser: Replica
    private let far: Replica
    private let erased = RecordID.natural("person", [1])
    private let other = RecordID.natural("person", [2])

    /// The author writes two rows; the far one hears of them from the eraser, which tells of one only.
    init() throws {
        stores = try TestStores()
        let schema = try PeopleSchema.schema()
        author = try stores.make("author", schema)
        eraser = try stores.make("eraser", schema)
        far = try stores.make("far", schema)
        try author.write {
            try $0.insert("person", id: erased, ["name": "Zoé"])
            try $0.insert("person", id: other, ["name": "Yves"])
        }
        try eraser.erase("person", id: erased)
        _ = try give(author, eraser)
        _ = try give(eraser, far)
    }

    private func give(_ sender: Replica, _ receiver: Replica) throws -> Application {
        try receiver.apply(try sender.delta(since: receiver.versionVector).bytes)
    }

    // Found by the simulation: seed 231.
    @Test func `what an eraser did not relay raises no alarm between the others`() throws {
        let near = try stores.make("near", try PeopleSchema.schema())
        _ = try give(author, near)
        #expect(try near.digests().counted != (try far.digests().counted))
        for (sender, receiver) in [(far, near), (near, far), (author, far), (eraser, near)] {
            #expect(try !give(sender, receiver).hasRaisedAlarm)
        }
        for replica in [author, far, near] { try replica.erase("person", id: erased) }
        for (sender, receiver) in [(far, near), (near, far), (author, far), (eraser, near)] {
            #expect(try !give(sender, receiver).hasRaisedAlarm)
            #expect(try sender.digests().counted == (try receiver.digests().counted))
        }
    }

    @Test func `once all have erased the same, a difference raises an alarm again`() throws {
        for replica in [author, far] { try replica.erase("person", id: erased) }
        #expect(try !give(author, far).hasRaisedAlarm)
        var header = try DeltaReader(try author.delta(since: far.versionVector).bytes).header
        header.digest[0] ^= 1
        var writer = try DeltaWriter(header)
        #expect(try far.apply(try writer.finish()).hasRaisedAlarm)
        #expect(try far.alarms().count == 1)
    }
}
