import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Merging a block at once does what merging row by row does.
struct BlockMergeTests {
    private static let seeds: UInt64 = 40

    /// Writers that know of each other now and then, and two receivers that differ in nothing but the
    /// way on which they merge: a store that once renamed a write takes each row the long way.
    private struct World {
        let stores: TestStores
        let writers: [Replica]
        let short: Replica
        let long: Replica
        let rows: [RecordID]

        init(seed: UInt64, _ schema: Schema, _ receiving: Schema) throws {
            let stores = try TestStores(seed: seed)
            self.stores = stores
            writers = try (0..<3).map { try stores.make("w\($0)", schema) }
            short = try stores.make("short", receiving)
            long = try stores.make("long", receiving)
            rows = (0..<12).map { .natural("person", [UInt8($0)]) }
            // A mark or a burial of the receiver's own would bear its name.
            for replica in writers + [short, long] { try replica.expect(writers.map(\.id)) }
            try long.write { transaction in
                try transaction.database.execute(
                    sql: """
                        INSERT INTO passerelle_renamed (replica, counter, id, time)
                        VALUES (randomblob(16), 1, randomblob(16), 1)
                        """
                )
            }
        }

        func edit(_ writer: Replica) throws {
            stores.clock.advance(milliseconds: Int64(stores.entropy.below(3)))
            let id = rows[stores.entropy.below(rows.count)]
            let text = Value.text("t\(stores.entropy.below(100))")
            let choice = stores.entropy.below(12)
            let fields = ["name", "phone", "home"]
            try writer.write { transaction in
                switch choice {
                case 0: try transaction.delete("person", id: id)
                case 1: try set(transaction, id, ["known_to": .text("[\"FT\"]"), "visits": 2])
                case 2: try set(transaction, id, ["mark": "seen.typed", "marked_at": 3])
                case 3: try set(transaction, id, ["home": .blob([]), "phone": .text("")])
                case 4: try set(transaction, id, ["name": .null, "phone": text])
                default:
                    let field = fields[choice % 2]
                    try set(transaction, id, [field: text])
                }
            }
        }

        private func set(
            _ transaction: WriteTransaction,
            _ id: RecordID,
            _ values: [String: Value]
        ) throws {
            if try transaction.update("person", id: id, values) { return }
            try transaction.insert("person", id: id, values)
        }

        /// Sends what one writer has to another, and to both receivers, with the base that one of them
        /// or nobody has.
        func send() throws {
            let sender = writers[stores.entropy.below(3)]
            let bases = [VersionVector(), short.versionVector, writers[0].versionVector]
            let delta = try sender.delta(since: bases[stores.entropy.below(3)]).bytes
            if stores.entropy.below(2) == 0 { try offer(delta, writers[stores.entropy.below(3)]) }
            let first = try offer(delta, short)
            #expect(try offer(delta, long) == first)
        }

        @discardableResult
        private func offer(_ delta: [UInt8], _ receiver: Replica) throws -> Application? {
            do {
                return try receiver.apply(delta)
            } catch let error as ReplicaError where error.code == .baseNotCovered {
                return nil
            }
        }

        /// All that a store holds of the rows, but for the numbers under which they arrived.
        static func content(_ replica: Replica) throws -> [String] {
            let tables = [
                "SELECT * FROM person ORDER BY id",
                "SELECT collection, id, clock, packed FROM passerelle_grave ORDER BY id",
                "SELECT * FROM passerelle_sibling ORDER BY id, tag, place, counter",
                "SELECT * FROM passerelle_unknown ORDER BY id, tag, place, counter",
                "SELECT * FROM passerelle_revival ORDER BY id",
            ]
            return try replica.read { database in
                try tables.flatMap { sql in
                    try Row.fetchAll(database, sql: sql).map { row in
                        row.filter { $0.0 != "_arrival" && $0.0 != "arrival" }
                            .map { "\($0.0)=\($0.1)" }.joined(separator: " ")
                    }
                }
            }
        }
    }

    private static func run(_ receiving: Schema, _ rule: DeleteRule) throws -> Int {
        var compared = 0
        for seed in 0..<seeds {
            let world = try World(seed: seed, try PeopleSchema.schema(rule), receiving)
            for _ in 0..<60 {
                if world.stores.entropy.below(4) > 0 {
                    try world.edit(world.writers[world.stores.entropy.below(3)])
                } else {
                    try world.send()
                }
                let content = try World.content(world.short)
                guard try World.content(world.long) == content else {
                    Issue.record("seed \(seed): the two ways part")
                    return compared
                }
                compared += content.count
            }
            #expect(try world.short.digests().counted == world.short.digests().kept)
            #expect(try world.short.digests().kept == world.long.digests().kept)
        }
        return compared
    }

    @Test(arguments: [DeleteRule.editWins, .deleteWins])
    func `random deltas leave the same rows, conflicts, graves and digest`(
        _ rule: DeleteRule
    ) throws {
        #expect(try Self.run(try PeopleSchema.schema(rule), rule) > 1_000)
    }

    @Test func `so do deltas with a field that the receiver does not know`() throws {
        let person = PeopleSchema.person()
        let older = try Schema(
            .landlord,
            [RecordCollection("person", fields: person.fields.filter { $0.name != "phone" })]
        )
        #expect(try Self.run(older, .editWins) > 1_000)
    }
}
