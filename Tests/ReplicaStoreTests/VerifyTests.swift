import BundleFormat
import Causality
import Foundation
import GRDB
import Records
import ReplicaStore
import TestKit
import Testing

/// What an examination finds: nothing in a sound store, and each damage that is planted.
struct VerifyTests {
    private let stores: TestStores
    private let schema: Schema
    private let a: Replica
    private let b: Replica

    /// Two replicas with rows, a deleted row, concurrent versions and, in `a`, a waiting bundle.
    init() throws {
        stores = try TestStores(seed: 9)
        schema = try PeopleSchema.schema()
        a = try stores.make("a", schema)
        b = try stores.make("b", schema)
        try a.write { transaction in
            for number in 0..<30 {
                let values: [String: Value] = [
                    "name": .text("Personne \(number)"), "visits": 2, "mark": "seen.typed",
                    "known_to": TextSet.column(["FT", "ML \(number)"]),
                ]
                try transaction.insert("person", id: Self.id(number), values)
            }
        }
        try exchange()
        for (replica, phone) in [(a, "01"), (b, "02")] {
            try replica.write { transaction in
                for number in 0..<5 {
                    let values: [String: Value] = ["phone": .text(phone), "visits": 7]
                    try transaction.update("person", id: Self.id(number), values)
                }
            }
        }
        try exchange()
        try a.write { try $0.delete("person", id: Self.id(29)) }
        try b.write { try $0.update("person", id: Self.id(7), ["name": "Zoé"]) }
        let middle = b.versionVector
        try b.write { try $0.update("person", id: Self.id(7), ["name": "Zoë"]) }
        let delta = try b.delta(since: middle)
        let bundle = Envelope(
            kind: .delta,
            partition: b.partition,
            sender: b.id,
            sequence: 2,
            base: delta.base,
            target: delta.target,
            body: delta.bytes
        )
        try a.hold(bundle.bytes, b.id, 2)
    }

    private static func id(_ number: Int) -> RecordID {
        .natural("person", [UInt8(clamping: number)])
    }

    private static func sql(_ id: RecordID) -> String {
        "x'" + id.description.replacingOccurrences(of: "-", with: "") + "'"
    }

    private func exchange() throws {
        for (from, to) in [(a, b), (b, a)] {
            try to.apply(try from.delta(since: to.versionVector).bytes)
        }
    }

    /// What is found after another program has worked in the closed store, its triggers taken away
    /// and put back.
    private func findings(after sql: String) throws -> [VerifyReport.Finding] {
        try a.close()
        let outsider = try DatabaseQueue(path: a.folder + "/" + Replica.fileName)
        try outsider.write { database in
            let triggers = try Row.fetchAll(
                database,
                sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
            )
            for trigger in triggers {
                try database.execute(sql: "DROP TRIGGER \"\(trigger["name"] as String)\"")
            }
            try database.execute(sql: sql)
            for trigger in triggers { try database.execute(sql: trigger["sql"]) }
        }
        try outsider.close()
        let again = try Replica.open(in: a.folder, schema, stores.environment())
        let report = try again.verify()
        #expect(report.count == report.findings.count)
        return report.findings
    }

    @Test func `a sound store has no finding, whatever it has been through`() throws {
        let report = try a.verify()
        #expect(report.findings == [])
        #expect(report.isSound)
        #expect(report.rows == 30)
        #expect(try b.verify().findings == [])
        try a.erase("person", id: Self.id(1))
        #expect(try a.verify().findings == [])
    }

    @Test(
        arguments: [
            ("UPDATE person SET visits = 99 WHERE id = ID0", "composite"),
            ("UPDATE person SET known_to = '[\"FT\"]' WHERE id = ID9", "composite"),
            ("UPDATE person SET _clock = x'0001000000000000000001' WHERE id = ID9", "field"),
            ("UPDATE person SET _clock = x'0001' WHERE id = ID9", "clock"),
            ("DELETE FROM passerelle_sibling WHERE id = ID3", "sibling"),
            ("UPDATE passerelle_sibling SET tag = 1 WHERE id = ID3 AND tag = 2", "sibling"),
            ("UPDATE passerelle_sibling SET id = zeroblob(16) WHERE id = ID3", "sibling"),
            (
                "INSERT INTO passerelle_sibling (id, collection, tag, place, counter) "
                    + "VALUES (ID9, 'person', 1, 0, 1)", "sibling"
            ),
            ("UPDATE passerelle_sibling SET counter = 1 - counter % 2 + counter", "sibling"),
            ("DELETE FROM person WHERE id = ID9", "digest"),
            ("UPDATE person SET id = zeroblob(16) WHERE id = ID29", "none"),
            (
                "INSERT INTO person SELECT zeroblob(16), name, phone, mark, known_to, visits, home, "
                    + "marked_at, _clock, _arrival FROM person WHERE id = ID9", "dot-repeated"
            ),
            ("UPDATE person SET _arrival = 1", "arrival"),
            ("UPDATE person SET _arrival = 99999 WHERE id = ID9", "arrival"),
            ("UPDATE person SET _clock = x'00' WHERE id = ID9", "clock"),
            ("UPDATE person SET _clock = x'' WHERE id = ID9", "clock"),
            ("UPDATE person SET _clock = CAST(_clock || x'00' AS BLOB) WHERE id = ID9", "clock"),
            ("UPDATE passerelle_grave SET clock = x'00'", "clock"),
            ("UPDATE passerelle_grave SET packed = x'01'", "unreadable"),
            (
                "INSERT INTO passerelle_grave SELECT 'person', id, _clock, 9999, x'' FROM person "
                    + "WHERE id = ID9", "place"
            ),
            ("UPDATE passerelle_site SET counter = 3 WHERE place = 1", "dot-not-covered"),
            ("UPDATE passerelle_site SET counter = 3 WHERE place = 0", "dot-not-covered"),
            ("UPDATE passerelle_store SET arrival = 5", "arrival"),
            ("INSERT OR REPLACE INTO passerelle_arrival VALUES (2, x'01')", "arrival"),
            ("UPDATE passerelle_held SET bytes = zeroblob(length(bytes))", "held-bundle"),
            ("UPDATE passerelle_held SET sequence = 3", "held-bundle"),
            ("INSERT INTO passerelle_erased VALUES ('person', ID9)", "erasure"),
            ("INSERT INTO passerelle_mark VALUES ('needs-scrub', x'')", "none"),
            ("DROP INDEX \"passerelle:person:by_arrival\"", "schema"),
            ("DROP INDEX \"passerelle:person:index:1\"", "schema"),
            ("DROP INDEX passerelle_grave_by_arrival", "schema"),
            ("DROP VIEW passerelle_inbox", "schema"),
            ("UPDATE passerelle_store SET digest = zeroblob(16)", "digest"),
        ] as [(String, String)]
    )
    func `what another program changed is found`(_ sql: String, _ code: String) throws {
        let statement = [29, 9, 3, 0].reduce(sql) {
            $0.replacingOccurrences(of: "ID\($1)", with: Self.sql(Self.id($1)))
        }
        let findings = try findings(after: statement)
        #expect(code == "none" ? findings == [] : findings.contains { $0.code.rawValue == code })
        for finding in findings where finding.id != nil { #expect(finding.collection == "person") }
    }

    @Test func `a trigger that is gone is found`() throws {
        try a.close()
        let outsider = try DatabaseQueue(path: a.folder + "/" + Replica.fileName)
        try outsider.write { database in
            try database.execute(
                sql: "DROP TRIGGER \"passerelle:person:updated:name\"; UPDATE person SET name = 'X'"
            )
        }
        try outsider.close()
        let again = try Replica.open(in: a.folder, schema, stores.environment())
        #expect(try again.verify().findings.map(\.code) == [.schema])
    }

    // A clock is the number of its replica, a counter, eight bytes of time, its fields. No check
    // knows what time it was; every other bit counts.
    @Test func `each bit of a row clock that is flipped is found, its time apart`() throws {
        let clock = try #require(
            try a.read {
                try Data.fetchOne(
                    $0,
                    sql: "SELECT _clock FROM person WHERE id = \(Self.sql(Self.id(9)))"
                )
            }
        )
        try a.close()
        let outsider = try DatabaseQueue(path: a.folder + "/" + Replica.fileName)
        let columns = try outsider.read { try $0.columns(in: "person").map(\.name) }
        #expect(columns.contains("_clock"))
        var missed: [Int] = []
        for bit in 0..<clock.count * 8 where !(2..<10).contains(bit / 8) {
            var changed = clock
            changed[bit / 8] ^= 1 << (bit % 8)
            try outsider.inDatabase { database in
                try database.execute(sql: "PRAGMA writable_schema = ON")
                try database.execute(
                    sql: "UPDATE person SET _clock = ? WHERE id = \(Self.sql(Self.id(9)))",
                    arguments: [changed]
                )
            }
            let again = try Replica.open(in: a.folder, schema, stores.environment())
            if try again.verify().isSound { missed.append(bit) }
            try again.close()
        }
        #expect(missed == [])
    }

    @Test func `each page that is zeroed is reported, and none is a trap`() throws {
        try a.close()
        let original = try smallCopy()
        var missed: [Int] = []
        for page in 0..<original.count / 4_096 {
            var damaged = original
            damaged.replaceSubrange(page * 4_096..<(page + 1) * 4_096, with: Data(count: 4_096))
            if try isSound(damaged) { missed.append(page) }
        }
        #expect(original.count / 4_096 > 20)
        #expect(missed == [])
    }

    @Test func `whatever bytes are flipped, an examination ends`() throws {
        try a.close()
        let original = try smallCopy()
        var found = 0
        for _ in 0..<300 {
            var damaged = original
            for _ in 0..<3 {
                damaged[stores.entropy.below(damaged.count)] = UInt8(stores.entropy.below(256))
            }
            if try !isSound(damaged) { found += 1 }
        }
        #expect(found > 50)
    }

    /// The store in one file without free pages.
    private func smallCopy() throws -> Data {
        let path = a.folder + "/" + Replica.fileName
        let queue = try DatabaseQueue(path: path)
        try queue.vacuum()
        try queue.close()
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    /// Whether a store of these bytes opens and is found sound.
    private func isSound(_ bytes: Data) throws -> Bool {
        let folder = try stores.folder.folder("damaged")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try bytes.write(to: URL(fileURLWithPath: folder + "/" + Replica.fileName))
        do {
            let replica = try Replica.open(in: folder, schema, stores.environment())
            return try replica.verify().isSound
        } catch is ReplicaError {
            return false
        }
    }

    @Test(arguments: [DeleteRule.editWins, .deleteWins])
    func `after a random history nothing is found`(_ rule: DeleteRule) throws {
        let schema = try PeopleSchema.schema(rule)
        let stores = try TestStores(seed: rule == .editWins ? 11 : 12)
        let replicas = try ["x", "y", "z"].map { try stores.make($0, schema) }
        for _ in 0..<400 {
            try Self.step(replicas, stores.entropy)
        }
        for replica in replicas {
            let report = try replica.verify()
            #expect(report.findings == [])
            #expect(report.rows > 0)
        }
    }

    private static func step(_ replicas: [Replica], _ entropy: SeededEntropy) throws {
        let replica = replicas[entropy.below(3)]
        let id = id(entropy.below(6))
        let text = Value.text("v\(entropy.below(4))")
        let sets = ["FT", "ML", "CAP"].shuffled(by: entropy).prefix(entropy.below(3))
        switch entropy.below(8) {
        case 0, 1:
            let other = replicas[entropy.below(3)]
            try replica.apply(try other.delta(since: replica.versionVector).bytes)
        case 2: try replica.write { _ = try $0.delete("person", id: id) }
        case 3, 4:
            let values: [String: Value] = ["name": text, "visits": 1]
            try replica.write { transaction in
                if try !transaction.update("person", id: id, ["phone": text, "mark": text]) {
                    try transaction.insert("person", id: id, values)
                }
            }
        case 5:
            try replica.write {
                try $0.database.execute(sql: "UPDATE person SET visits = visits + 2, home = x'01'")
            }
        case 6:
            try replica.write {
                _ = try $0.update("person", id: id, ["known_to": TextSet.column(sets)])
            }
        default:
            try replica.write {
                let ranks = PeopleSchema.ranks.keys.sorted()
                let mark = Value.text(ranks[entropy.below(ranks.count)])
                _ = try $0.update("person", id: id, ["mark": mark, "marked_at": 7])
            }
        }
    }
}

extension Array {
    /// The elements in an order that the seed decides.
    fileprivate func shuffled(by entropy: SeededEntropy) -> [Element] {
        var rest = self
        return indices.map { _ in rest.remove(at: entropy.below(rest.count)) }
    }
}
