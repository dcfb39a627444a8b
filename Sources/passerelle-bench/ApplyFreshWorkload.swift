import Causality
import ReplicaStore

/// A newcomer takes in a whole store, against inserting the same rows plainly.
struct ApplyFreshWorkload: Workload {
    private let bench: Bench
    private let delta: Delta

    init(_ bench: Bench) throws {
        self.bench = bench
        delta = try bench.folder.inside { path in
            let store = try EngineStore(in: path)
            try store.insert(bench.rows)
            let delta = try store.replica.delta(since: VersionVector())
            try store.close()
            return delta
        }
    }

    func sample(round: Int) throws -> Sample {
        try bench.sides(round: round) {
            try bench.plain { try $0.insert(bench.rows) }
        } engine: {
            try bench.engine { try $0.apply(delta, rows: bench.rows.ids.count) }
        }
    }
}
