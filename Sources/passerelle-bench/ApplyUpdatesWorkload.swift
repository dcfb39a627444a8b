import Causality
import ReplicaStore

/// A replica takes in one changed field of every row, against plain updates.
struct ApplyUpdatesWorkload: Workload {
    private let bench: Bench

    init(_ bench: Bench) { self.bench = bench }

    func sample(round: Int) throws -> Sample {
        try bench.sides(round: round) {
            try bench.plain {
                try $0.insert(bench.rows)
            } _: {
                try $0.update(bench.rows, round: round)
            }
        } engine: {
            let (whole, change) = try deltas(round)
            return try bench.engine {
                try $0.apply(whole, rows: bench.rows.ids.count)
            } _: {
                try $0.apply(change, rows: bench.rows.ids.count)
            }
        }
    }

    /// The whole store of another replica, and then its changes.
    private func deltas(_ round: Int) throws -> (whole: Delta, change: Delta) {
        try bench.folder.inside { path in
            let store = try EngineStore(in: path)
            try store.insert(bench.rows)
            let whole = try store.replica.delta(since: VersionVector())
            try store.update(bench.rows.ids, round: round)
            let change = try store.replica.delta(since: whole.target)
            try store.close()
            return (whole, change)
        }
    }
}
