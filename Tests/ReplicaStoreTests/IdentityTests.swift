import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// A store that was copied, put back or restored never writes under its old id.
struct IdentityTests {
    /// A virtual machine: whatever is put back, its files look the same.
    private static let machine = TestVolume(fingerprint: "one machine, one file")

    private let stores: TestStores
    private let a: Replica
    private let b: Replica

    init() throws {
        stores = try TestStores(seed: 3)
        a = try stores.make("a", try PeopleSchema.schema(), volume: Self.machine)
        b = try stores.make("b", try PeopleSchema.schema())
        try Self.add("Zoé", to: a)
        try Self.exchange(a, b)
    }

    private static func add(_ name: String, to replica: Replica) throws {
        try replica.write {
            try $0.insert("person", id: $0.newID(), ["name": .text(name), "visits": 1])
        }
    }

    private static func exchange(_ a: Replica, _ b: Replica) throws {
        for _ in 0..<2 {
            for (from, to) in [(a, b), (b, a)] {
                do {
                    try to.apply(try from.delta(since: to.versionVector).bytes)
                } catch let error as ReplicaError where error.code == .baseNotCovered {
                    try to.apply(try from.delta(since: to.versionVector).bytes)
                }
            }
        }
    }

    private func names(_ replica: Replica) throws -> [String] {
        try replica.read { try String.fetchAll($0, sql: "SELECT name FROM person ORDER BY name") }
    }

    private func open(_ folder: String, _ volume: TestVolume = machine) throws -> Replica {
        try Replica.open(
            in: folder,
            try PeopleSchema.schema(),
            stores.environment(volume: volume)
        )
    }

    /// The files of a closed store, by name.
    private func snapshot(_ folder: String) throws -> [String: Data] {
        try ["replica.sqlite", "incarnation"].reduce(into: [:]) { files, name in
            files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
    }

    private func putBack(_ files: [String: Data], in folder: String) throws {
        for (name, bytes) in files {
            try bytes.write(to: URL(fileURLWithPath: folder + "/" + name))
        }
    }

    @Test func `a store that is opened again, or moved, keeps its id`() throws {
        let own = b.id
        var folder = b.folder
        try b.close()
        for turn in 0..<5 {
            let moved = stores.folder.path + "/moved\(turn)"
            try FileManager.default.moveItem(atPath: folder, toPath: moved)
            folder = moved
            let again = try open(folder, TestVolume())
            if turn % 2 == 0 { try Self.add("Lou \(turn)", to: again) }
            #expect(again.id == own)
            #expect(try again.identityHistory.isEmpty)
            try again.close()
        }
    }

    @Test func `a store copied while closed and opened twice: two ids, nothing lost`() throws {
        let old = b.id
        try Self.add("avant", to: b)
        try b.close()
        let copied = stores.folder.path + "/copy"
        try FileManager.default.copyItem(atPath: b.folder, toPath: copied)
        let first = try open(b.folder, TestVolume())
        let second = try open(copied, TestVolume())
        #expect(first.id == old)
        #expect(second.id != old)
        #expect(try second.identityHistory.map(\.reason) == [.copied])
        #expect(try second.identityHistory.map(\.replica) == [old])
        for number in 0..<20 {
            try Self.add("original \(number)", to: first)
            try Self.add("copie \(number)", to: second)
        }
        try Self.exchange(first, second)
        try Self.exchange(first, a)
        let all = try names(first)
        #expect(all.count == 42)
        #expect(try names(second) == all)
        #expect(try names(a) == all)
    }

    @Test func `an old state put back in its place is found out by the file beside it`() throws {
        let old = a.id
        try a.close()
        let files = try snapshot(a.folder)
        let later = try open(a.folder)
        try Self.add("perdue par le retour en arrière", to: later)
        try Self.exchange(later, b)
        try later.close()
        // The whole folder but the witness: somebody copied the database file back.
        try putBack(["replica.sqlite": try #require(files["replica.sqlite"])], in: a.folder)
        let back = try open(a.folder)
        #expect(back.id != old)
        #expect(try back.identityHistory.map(\.reason) == [.putBack])
        try Self.add("après", to: back)
        try Self.exchange(back, b)
        #expect(try names(back).count == 3)
        #expect(try names(back) == (try names(b)))
    }

    @Test func `a copy taken in mid-session and put back is found out by the writes it lacks`()
        throws
    {
        let old = a.id
        try Self.add("une", to: a)
        let half = try ["replica.sqlite", "replica.sqlite-wal"].reduce(into: [:]) { files, name in
            files[name] = try Data(contentsOf: URL(fileURLWithPath: a.folder + "/" + name))
        }
        try Self.add("deux", to: a)
        try a.close()
        try putBack(half, in: a.folder)
        let back = try open(a.folder)
        #expect(back.id != old)
        #expect(try back.identityHistory.map(\.reason) == [.putBack])
    }

    @Test func `a week-old backup restored and reconciled: nothing lost, nothing resurrected`()
        throws
    {
        try Self.add("à garder", to: a)
        try Self.add("à supprimer", to: a)
        try Self.exchange(a, b)
        try a.close()
        let week = try snapshot(a.folder)
        let live = try open(a.folder)
        try live.write { transaction in
            try transaction.database.execute(
                sql: "DELETE FROM person WHERE name = 'à supprimer'"
            )
        }
        try Self.add("de la semaine", to: live)
        try Self.exchange(live, b)
        try Self.add("jamais envoyée", to: live)
        try live.close()
        let restored = try stores.folder.folder("restored")
        try putBack(week, in: restored)
        let back = try open(restored, TestVolume())
        #expect(try back.identityHistory.map(\.reason) == [.copied])
        try Self.add("après la restauration", to: back)
        try Self.exchange(back, b)
        let expected = ["Zoé", "après la restauration", "de la semaine", "à garder"].sorted()
        #expect(try names(b).sorted() == expected)
        #expect(try names(back).sorted() == expected)
    }

    @Test func `a witness that is gone or torn, and the mark of a restore, each mean a new id`()
        throws
    {
        let witness = a.folder + "/incarnation"
        var ids = [a.id]
        try a.close()
        try FileManager.default.removeItem(atPath: witness)
        for turn in 0..<3 {
            let replica = try open(a.folder)
            ids.append(replica.id)
            if turn == 1 {
                try replica.write {
                    try $0.database.execute(
                        sql: """
                            INSERT INTO passerelle_mark (name, value)
                            VALUES ('needs-new-identity', x'')
                            """
                    )
                }
            }
            try replica.close()
            if turn == 0 {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: witness))
                try bytes.dropLast().write(to: URL(fileURLWithPath: witness))
            }
        }
        #expect(Set(ids).count == 4)
        let last = try open(a.folder)
        #expect(last.id == ids[3])
        #expect(try last.identityHistory.map(\.replica) == Array(ids.dropLast()))
        #expect(
            try last.identityHistory.map(\.reason) == [.witnessLost, .putBack, .restored]
        )
    }

    @Test func `wherever the power goes while the witness is renewed, the id stays`() throws {
        struct Failure: Error {}
        let own = a.id
        try a.close()
        let witness = a.folder + "/incarnation"
        // Before the commit.
        let first = try open(a.folder)
        #expect(throws: Failure.self) { try first.write { _ in throw Failure() } }
        let announced = try Data(contentsOf: URL(fileURLWithPath: witness))
        try first.close()
        try announced.write(to: URL(fileURLWithPath: witness))
        let second = try open(a.folder)
        #expect(second.id == own)
        // After the commit, before the witness is told.
        var between = Data()
        try second.write { transaction in
            try transaction.insert("person", id: transaction.newID(), ["name": "Lou"])
            between = try Data(contentsOf: URL(fileURLWithPath: witness))
        }
        try second.close()
        #expect(between != (try Data(contentsOf: URL(fileURLWithPath: witness))))
        try between.write(to: URL(fileURLWithPath: witness))
        let third = try open(a.folder)
        #expect(third.id == own)
        #expect(try third.identityHistory.isEmpty)
    }

    @Test func `a store made before there were witnesses keeps its id, once`() throws {
        let own = a.id
        try a.close()
        let old = try DatabaseQueue(path: a.folder + "/replica.sqlite")
        try old.writeWithoutTransaction { database in
            for table in ["mark", "incarnation", "identity", "renamed", "sent", "share"] {
                try database.execute(sql: "DROP TABLE passerelle_\(table)")
            }
            try database.execute(sql: "ALTER TABLE passerelle_applied DROP COLUMN digest")
            try database.execute(
                sql: "DELETE FROM grdb_migrations WHERE identifier LIKE 'engine-2-identity'"
            )
        }
        try old.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: a.folder + "/replica.sqlite"))
        try FileManager.default.removeItem(atPath: a.folder + "/incarnation")
        let upgraded = try open(a.folder)
        #expect(upgraded.id == own)
        try upgraded.close()
        try putBack(["replica.sqlite": bytes], in: a.folder)
        let again = try open(a.folder)
        #expect(try again.identityHistory.map(\.reason) == [.putBack])
    }

    @Test func `a machine put back with its memory of the file: both lives are kept`() throws {
        let shared = RecordID.natural("person", [1])
        try a.write { try $0.insert("person", id: shared, ["name": "Max", "visits": 10]) }
        try Self.exchange(a, b)
        try a.close()
        let files = try snapshot(a.folder)
        let first = try open(a.folder)
        let old = first.id
        try first.write { try $0.update("person", id: shared, ["phone": "01", "visits": 12]) }
        try Self.add("première vie", to: first)
        try first.write { try $0.update("person", id: shared, ["visits": 13]) }
        try Self.exchange(first, b)
        try first.close()
        try putBack(files, in: a.folder)
        stores.clock.advance(milliseconds: 60_000)
        let second = try open(a.folder)
        #expect(second.id == old)
        try Self.add("seconde vie", to: second)
        try second.write {
            try $0.update(
                "person",
                id: shared,
                ["phone": "02", "visits": 15, "known_to": .text("[\"ML\"]")]
            )
        }
        try Self.exchange(second, b)
        #expect(second.id != old)
        #expect(try second.identityHistory.map(\.reason) == [.forked])
        #expect(try second.identityHistory.map(\.doubtfulCounters) == [0])
        for replica in [second, b] {
            #expect(
                try names(replica).sorted()
                    == ["Max", "Zoé", "première vie", "seconde vie"].sorted()
            )
            let row = try #require(
                try replica.read {
                    try Row.fetchOne($0, sql: "SELECT * FROM person WHERE name = 'Max'")
                }
            )
            #expect(row["visits"] == 18)
            #expect(row["known_to"] == "[\"ML\"]")
            let conflicts = try replica.conflicts().filter { $0.field == "phone" }
            let versions = conflicts.flatMap { [$0.shown] + $0.others }.map(\.value)
            #expect(Set(versions) == ["01", "02"])
        }
    }
}
