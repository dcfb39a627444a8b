/// One field of every row in one transaction: by the prepared updater, or by free SQL.
struct UpdateWorkload: Workload {
    private let bench: Bench
    private let isFreeSQL: Bool

    init(_ bench: Bench, isFreeSQL: Bool) {
        self.bench = bench
        self.isFreeSQL = isFreeSQL
    }

    func sample(round: Int) throws -> Sample {
        try bench.sides(round: round) {
            try bench.plain {
                try $0.insert(bench.rows)
            } _: {
                try $0.update(bench.rows, round: round)
            }
        } engine: {
            try bench.engine {
                try $0.insert(bench.rows)
            } _: { store in
                if isFreeSQL {
                    try store.updateBySQL(bench.rows.ids, round: round)
                } else {
                    try store.update(bench.rows.ids, round: round)
                }
            }
        }
    }
}
