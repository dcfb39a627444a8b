import BundleFormat
import Causality
import Records
import ReplicaStore

/// Remembers every acknowledged write of the demonstration, to look for each of them at the end.
///
/// It reads deltas by itself and knows nothing of the merge: a write is lost when its version is no
/// longer alive anywhere and nobody who had seen it wrote the same cell again.
struct WriteWitness {
    private struct Cell: Hashable {
        let collection: String
        let id: RecordID
        let tag: UInt8
    }

    private struct Write {
        let dot: Dot
        let value: Value
        /// All that its author had seen.
        let seen: VersionVector
    }

    private var writes: [Cell: [Write]] = [:]
    private(set) var count = 0

    /// Notes what a replica wrote since it had seen `before`.
    mutating func note(_ replica: Replica, since before: VersionVector) throws {
        let seen = replica.versionVector
        try Self.forEach(try replica.delta(since: before)) { collection, row, entry, tag, value in
            guard entry.dot.replica == replica.id, !before.covers(entry.dot) else { return }
            let cell = Cell(collection: collection, id: row.id, tag: tag)
            writes[cell, default: []].append(Write(dot: entry.dot, value: value, seen: seen))
            count += 1
        }
    }

    /// How many of the noted writes a replica has lost.
    func lost(in replica: Replica) throws -> Int {
        var alive: [Cell: [Dot: Value]] = [:]
        try Self.forEach(try replica.delta(since: VersionVector())) {
            collection,
            row,
            entry,
            tag,
            value in
            let cell = Cell(collection: collection, id: row.id, tag: tag)
            alive[cell, default: [:]][entry.dot] = value
        }
        return writes.reduce(0) { lost, noted in
            lost + noted.value.count { !isKept($0, in: alive[noted.key] ?? [:], of: noted.value) }
        }
    }

    private func isKept(_ write: Write, in alive: [Dot: Value], of others: [Write]) -> Bool {
        if let value = alive[write.dot] { return value == write.value }
        return others.contains { $0.dot != write.dot && $0.seen.covers(write.dot) }
    }

    private static func forEach(
        _ delta: Delta,
        _ body: (String, RowDelta, ClockEntry, UInt8, Value) -> Void
    ) throws {
        var reader = try DeltaReader(delta.bytes)
        var collection = ""
        while let step = try reader.next() {
            switch step {
            case .collection(let name): collection = name
            case .row(let row):
                var next = 0
                for entry in row.clock.entries where row.isWhole || !delta.base.covers(entry.dot) {
                    for tag in entry.fields.tags {
                        body(collection, row, entry, tag, row.values[next])
                        next += 1
                    }
                }
            }
        }
    }
}
