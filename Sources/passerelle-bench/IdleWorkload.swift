import ReplicaStore

/// What a replica takes to find that there is nothing to send: milliseconds, or bytes.
struct IdleWorkload: Workload {
    /// What is looked at.
    enum Measure {
        case time
        case bytes
    }

    private let bench: Bench
    private let measure: Measure
    private let store: EngineStore

    init(_ bench: Bench, _ measure: Measure) throws {
        self.bench = bench
        self.measure = measure
        store = try EngineStore(in: try bench.folder.make())
        try store.insert(bench.rows)
    }

    func sample(round: Int) throws -> Sample {
        let seen = store.replica.versionVector
        var answer: Delta?
        let time = try bench.milliseconds { answer = try store.replica.delta(since: seen) }
        guard let answer, answer.rowCount == 0 else {
            throw BenchFailure.wrongWork("something was sent")
        }
        let value = measure == .time ? time : Double(answer.bytes.count)
        return Sample(plain: nil, engine: value)
    }
}
