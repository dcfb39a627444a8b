import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// Random worlds of replicas that write, delete, relay and replay, on real SQLite.
struct RandomWorldTests {
    /// The number of worlds: `PASSERELLE_WORLDS=5000` for a longer night.
    private static let worlds =
        ProcessInfo.processInfo.environment["PASSERELLE_WORLDS"].flatMap(Int.init) ?? 60

    @Test(arguments: [DeleteRule.editWins, .deleteWins])
    func `every world converges, and the last write that saw all the others stands`(
        _ rule: DeleteRule
    ) throws {
        for seed in 0..<Self.worlds {
            var world = try World(seed: UInt64(seed), rule)
            try world.run(steps: 40)
            try world.settle()
            let states = try world.replicas.map(world.state)
            for state in states where state != states[0] {
                Issue.record("seed \(seed) diverged under \(rule)")
                return
            }
            try world.writeLast()
            try world.settle()
            for replica in world.replicas { #expect(try world.lastPhones(replica) == ["last"]) }
        }
    }

    private struct World {
        let stores: TestStores
        let clocks: [ManualClock]
        let replicas: [Replica]
        let rows: [RecordID]
        private var deltas: [[UInt8]] = []

        init(seed: UInt64, _ rule: DeleteRule) throws {
            let stores = try TestStores(seed: seed)
            self.stores = stores
            let clocks = (0..<3).map { _ in ManualClock() }
            self.clocks = clocks
            let schema = try PeopleSchema.schema(rule)
            replicas = try (0..<3).map {
                try stores.make("r\($0)", schema, clock: clocks[$0])
            }
            rows = (0..<3).map { .natural("person", [UInt8($0)]) }
        }

        mutating func run(steps: Int) throws {
            for _ in 0..<steps {
                let index = stores.entropy.below(replicas.count)
                clocks[index].advance(milliseconds: Int64(stores.entropy.below(7)) * 1_000 - 2_000)
                switch stores.entropy.below(10) {
                case 0..<6: try edit(replicas[index])
                case 6:
                    if let old = deltas.randomElement(stores.entropy) {
                        try offer(old, replicas[index])
                    }
                default: try send(from: replicas[index], to: replicas[stores.entropy.below(3)])
                }
            }
        }

        private func edit(_ replica: Replica) throws {
            let id = rows[stores.entropy.below(rows.count)]
            let text = Value.text(String(stores.entropy.below(4)))
            let choice = stores.entropy.below(8)
            try replica.write { transaction in
                let isThere =
                    try Bool.fetchOne(
                        transaction.database,
                        sql: "SELECT EXISTS (SELECT 1 FROM person WHERE id = ?)",
                        arguments: [Data(id.bytes)]
                    ) ?? false
                guard isThere else {
                    try transaction.insert(
                        "person",
                        id: id,
                        ["name": text, "known_to": choice < 4 ? .text("[\"FT\"]") : nil]
                    )
                    return
                }
                switch choice {
                case 0: try transaction.delete("person", id: id)
                case 1:
                    try transaction.update("person", id: id, ["known_to": .text("[\"FT\",\"ML\"]")])
                case 2: try transaction.update("person", id: id, ["known_to": .null])
                case 3:
                    let mark = Value.text(PeopleSchema.ranks.keys.sorted()[stores.entropy.below(4)])
                    try transaction.update(
                        "person",
                        id: id,
                        ["mark": mark, "marked_at": .integer(Int64(stores.entropy.below(9)))]
                    )
                case 4:
                    try transaction.database.execute(
                        sql:
                            "UPDATE person SET visits = coalesce(visits, 0) + 1, phone = ?1 WHERE id = ?2",
                        arguments: [String(choice), Data(id.bytes)]
                    )
                default:
                    try transaction.update("person", id: id, [choice < 7 ? "phone" : "name": text])
                }
            }
        }

        private mutating func send(from sender: Replica, to receiver: Replica) throws {
            // Deltas for what the receiver knows, for nothing, and for what somebody else knows.
            let bases = [receiver.versionVector, VersionVector(), replicas[0].versionVector]
            let delta = try sender.delta(since: bases[stores.entropy.below(3)])
            deltas.append(delta.bytes)
            try offer(delta.bytes, receiver)
        }

        private func offer(_ delta: [UInt8], _ receiver: Replica) throws {
            do {
                try receiver.apply(delta)
            } catch let error as ReplicaError where error.code == .baseNotCovered {}
        }

        func settle() throws {
            for _ in 0..<2 {
                for sender in replicas {
                    for receiver in replicas where receiver.id != sender.id {
                        try receiver.apply(try sender.delta(since: receiver.versionVector).bytes)
                    }
                }
            }
        }

        /// Rows, conflicts and knowledge: what every replica must agree on.
        func state(_ replica: Replica) throws -> String {
            let rows = try replica.read { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT hex(id), name, phone, mark, marked_at, known_to, visits FROM person ORDER BY id
                        """
                ).map(\.description)
            }
            let inbox = try replica.conflicts().map {
                "\($0.id) \($0.field) \($0.shown) \($0.others) \($0.isSettledByRank)"
            }
            return "\(rows)\n\(inbox)\n\(replica.versionVector)"
        }

        func writeLast() throws {
            try replicas[1].write { transaction in
                for id in rows {
                    if try transaction.update("person", id: id, ["phone": "last"]) { continue }
                    try transaction.insert("person", id: id, ["phone": "last"])
                }
            }
        }

        func lastPhones(_ replica: Replica) throws -> [String] {
            try replica.read {
                try String.fetchAll($0, sql: "SELECT DISTINCT coalesce(phone, '') FROM person")
            }
        }
    }
}

extension [[UInt8]] {
    fileprivate func randomElement(_ entropy: SeededEntropy) -> [UInt8]? {
        isEmpty ? nil : self[entropy.below(count)]
    }
}
