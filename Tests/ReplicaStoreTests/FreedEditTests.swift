import Causality
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// A hidden edit of a row that one colleague has freed while a third brings something late.
struct FreedEditTests {
    private let id = RecordID.natural("person", [1])
    private let author: Replica
    private let deleter: Replica
    private let late: Replica

    /// What the colleague who was set aside did to the row.
    enum LateWork: CaseIterable {
        case edit, deletion
    }

    init() throws {
        let stores = try TestStores()
        let schema = try PeopleSchema.schema(.deleteWins)
        author = try stores.make("author", schema)
        deleter = try stores.make("deleter", schema)
        late = try stores.make("late", schema)
    }

    private func give(_ sender: Replica, _ receiver: Replica) throws {
        try receiver.apply(try sender.delta(since: receiver.versionVector).bytes)
    }

    private func rescued(_ replica: Replica) throws -> [String] {
        try replica.read {
            try String.fetchAll(
                $0,
                sql: "SELECT value FROM passerelle_rescued WHERE value IS NOT NULL ORDER BY tag"
            )
        }
    }

    private func shown(_ replica: Replica) throws -> [String] {
        try replica.read {
            try String.fetchAll($0, sql: "SELECT name || ' ' || coalesce(mark, '') FROM person")
        }
    }

    private func agree() throws {
        for _ in 0..<3 {
            try give(late, author)
            try give(author, deleter)
            try give(deleter, late)
        }
        for replica in [deleter, late] {
            #expect(try shown(replica) == (try shown(author)))
            #expect(try replica.digests().counted == (try author.digests().counted))
        }
    }

    /// One deletes Zoé, the author edits her all the same, and the third, who is set aside, works on
    /// her without having seen either.
    private func freeBeside(_ work: LateWork) throws {
        try author.write { try $0.insert("person", id: id, ["name": "Zoé", "phone": "01"]) }
        for replica in [deleter, late] { try give(author, replica) }
        try give(late, deleter)
        try deleter.write { _ = try $0.delete("person", id: id) }
        try author.write { try $0.update("person", id: id, ["phone": "02"]) }
        try late.write { write in
            switch work {
            case .edit: try write.update("person", id: id, ["name": "Zoë"])
            case .deletion: _ = try write.delete("person", id: id)
            }
        }
        try give(author, deleter)
        try give(deleter, author)
        try deleter.setAside(late.id)
        try give(author, deleter)
        #expect(try deleter.pendingDeletions() == 0)
        #expect(try author.pendingDeletions() == 1)
    }

    @Test(arguments: LateWork.allCases)
    func `an author keeps a hidden edit that goes because somebody took a snapshot`(
        _ work: LateWork
    ) throws {
        try freeBeside(work)
        try give(deleter, late)
        try give(late, author)
        #expect(try rescued(author) == ["02"])
        #expect(try rescued(late) == (work == .edit ? ["Zoë"] : []))
        try agree()
        #expect(try shown(author) == [])
    }

    @Test(arguments: LateWork.allCases)
    func `an author keeps a hidden edit that goes because late work came to whoever freed the row`(
        _ work: LateWork
    ) throws {
        try freeBeside(work)
        try give(late, deleter)
        try give(deleter, author)
        #expect(try rescued(author) == ["02"])
        #expect(try rescued(deleter) == (work == .edit ? ["Zoë"] : []))
        try agree()
        #expect(try shown(author) == [])
    }

    @Test func `an edit that its author let go is not rescued`() throws {
        try freeBeside(.edit)
        let line = try #require(try author.inbox().first { $0.kind == .deletedAndEdited })
        try author.resolve(line, .dismiss, who: "Élie", why: "vu avec la personne")
        try give(late, deleter)
        try give(deleter, author)
        #expect(try rescued(author) == [])
    }

    // Found by the simulation: seed 102246.
    @Test func `a row that was brought back knowingly outlives an old snapshot`() throws {
        try author.write { try $0.insert("person", id: id, ["name": "Zoé"]) }
        try late.write { try $0.insert("person", id: id, ["name": "Yves"]) }
        try late.write { _ = try $0.delete("person", id: id) }
        try author.write { try $0.update("person", id: id, ["mark": "absent.typed"]) }
        try give(late, author)
        try give(author, deleter)
        try deleter.setAside(late.id)
        #expect(try deleter.pendingDeletions() == 0)
        let snapshot = try deleter.delta(since: VersionVector())
        try late.write { try $0.insert("person", id: id, ["name": "Zoé B"]) }
        try give(author, late)
        #expect(try shown(late) == ["Zoé B absent.typed"])
        try late.apply(snapshot.bytes)
        #expect(try shown(late) == ["Zoé B absent.typed"])
        try agree()
        #expect(try shown(author) == ["Zoé B absent.typed"])
        #expect(try rescued(late) == [])
    }
}
