import Causality
import Records
import ReplicaStore

/// Two sides change the same field of the same rows without knowing of each other, then exchange:
/// twice the edits must take twice the time.
///
/// « plain » is n edits on each side (N/2 rows), « engine » 2n.
struct ConcurrentWorkload: Workload {
    private let bench: Bench
    private let rows: Delta

    init(_ bench: Bench) throws {
        self.bench = bench
        rows = try bench.folder.inside { path in
            let store = try EngineStore(in: path)
            try store.insert(bench.rows)
            let delta = try store.replica.delta(since: VersionVector())
            try store.close()
            return delta
        }
    }

    func sample(round: Int) throws -> Sample {
        let count = bench.rows.ids.count
        return try bench.sides(round: round) {
            try exchange(edits: count / 2, round)
        } engine: {
            try exchange(edits: count, round)
        }
    }

    /// How long two deltas and their applications take, after so many edits on each side.
    private func exchange(edits: Int, _ round: Int) throws -> Double {
        try bench.folder.inside { path in
            let left = try store(path, "left")
            let right = try store(path, "right")
            let ids = Array(bench.rows.ids.prefix(edits))
            let before = rows.target
            try left.update(ids, round: round)
            try right.update(ids, round: round + 1)
            let time = try bench.milliseconds {
                let fromLeft = try left.replica.delta(since: before)
                let fromRight = try right.replica.delta(since: before)
                try left.apply(fromRight, rows: edits)
                try right.apply(fromLeft, rows: edits)
            }
            guard left.replica.versionVector == right.replica.versionVector else {
                throw BenchFailure.wrongWork("the two sides have not seen the same")
            }
            try left.close()
            try right.close()
            return time
        }
    }

    private func store(_ path: String, _ name: String) throws -> EngineStore {
        let store = try EngineStore(in: try WorkFolder.make(name, in: path))
        try store.apply(rows, rows: bench.rows.ids.count)
        return store
    }
}
