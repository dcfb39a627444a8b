import Causality
import Records
import ReplicaStore

/// A delta of a thousand changes in a small and in a large store: it must cost what changed, not
/// what is there.
///
/// « plain » is the small store (N/20 rows), « engine » the large one (5N rows).
struct LocalityWorkload: Workload {
    private static let changes = 1_000

    private let bench: Bench
    private let small: EngineStore
    private let large: EngineStore
    private let smallCount: Int
    private let largeCount: Int

    init(_ bench: Bench) throws {
        self.bench = bench
        let count = bench.rows.ids.count
        smallCount = max(Self.changes, count / 20)
        largeCount = count * 5
        small = try Self.store(of: smallCount, bench)
        large = try Self.store(of: largeCount, bench)
    }

    private static func store(of count: Int, _ bench: Bench) throws -> EngineStore {
        let store = try EngineStore(in: try bench.folder.make())
        try store.insertInvented(count)
        return store
    }

    func sample(round: Int) throws -> Sample {
        try bench.sides(round: round) {
            try delta(small, smallCount, round)
        } engine: {
            try delta(large, largeCount, round)
        }
    }

    private func delta(_ store: EngineStore, _ count: Int, _ round: Int) throws -> Double {
        let before = try store.replica.delta(since: store.replica.versionVector).target
        // Changed rows lie all over the store, at other places each round.
        let step = count / Self.changes
        let ids = (0..<Self.changes).map { InventedRows.id($0 * step + round % step) }
        try store.update(ids, round: round)
        // SQLite begins its log anew every so often, with one more sync of the disk.
        try store.checkpoint()
        var rowCount = 0
        let time = try bench.milliseconds {
            rowCount = try store.replica.delta(since: before).rowCount
        }
        guard rowCount == Self.changes else {
            throw BenchFailure.wrongWork("the delta has \(rowCount) rows, not \(Self.changes)")
        }
        return time
    }
}
