import ReplicaStore

/// What a replica takes to find that there is nothing to send.
struct IdleWorkload: Workload {
    private let bench: Bench
    private let store: EngineStore

    init(_ bench: Bench) throws {
        self.bench = bench
        store = try EngineStore(in: try bench.folder.make())
        try store.insert(bench.rows)
    }

    func sample(round: Int) throws -> Sample {
        let seen = store.replica.versionVector
        var rowCount = 0
        let time = try bench.milliseconds {
            rowCount = try store.replica.delta(since: seen).rowCount
        }
        guard rowCount == 0 else { throw BenchFailure.wrongWork("something was sent") }
        return Sample(plain: nil, engine: time)
    }
}
