import Records

/// All rows in one transaction: a prepared INSERT against the engine's insertion.
struct InsertWorkload: Workload {
    private let bench: Bench
    /// The rows as the dictionary call takes them, nil where the prepared inserter is measured.
    private let dictionaries: [[String: Value]]?

    init(_ bench: Bench, isPrepared: Bool) {
        self.bench = bench
        let names = BenchTable.fields.map(\.name)
        dictionaries =
            isPrepared
            ? nil
            : bench.rows.values.map {
                Dictionary(zip(names, $0), uniquingKeysWith: { first, _ in first })
            }
    }

    func sample(round: Int) throws -> Sample {
        try bench.sides(round: round) {
            try bench.plain { try $0.insert(bench.rows) }
        } engine: {
            try bench.engine { store in
                if let dictionaries {
                    try store.insert(bench.rows.ids, dictionaries)
                } else {
                    try store.insert(bench.rows)
                }
            }
        }
    }
}
