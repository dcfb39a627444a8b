/// How large the same rows are on the disk once the log is written into the file.
struct DiskWorkload: Workload {
    private let bench: Bench

    init(_ bench: Bench) { self.bench = bench }

    func sample(round: Int) throws -> Sample {
        try bench.sides(round: round) {
            try bench.folder.inside { path in
                try PlainStore(in: path).insert(bench.rows)
                return try WorkFolder.size(of: path + "/plain.sqlite")
            }
        } engine: {
            try bench.folder.inside { path in
                let store = try EngineStore(in: path)
                try store.insert(bench.rows)
                try store.close()
                return try WorkFolder.size(of: store.path)
            }
        }
    }
}
