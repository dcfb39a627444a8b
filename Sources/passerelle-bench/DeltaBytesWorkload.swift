import Causality
import Records
import ReplicaStore

/// How many bytes a whole store takes on its way, not compressed, against the same rows as CSV.
struct DeltaBytesWorkload: Workload {
    private let bench: Bench

    init(_ bench: Bench) { self.bench = bench }

    func sample(round: Int) throws -> Sample {
        try bench.folder.inside { path in
            let store = try EngineStore(in: path)
            try store.insert(bench.rows)
            let bytes = try store.replica.delta(since: VersionVector()).bytes.count
            try store.close()
            return Sample(plain: Double(csvBytes), engine: Double(bytes))
        }
    }

    /// The size of a CSV file with the identities and values of the rows, separated by `;`.
    private var csvBytes: Int {
        zip(bench.rows.ids, bench.rows.values).reduce(0) { bytes, row in
            let cells = row.1.map { value in
                switch value {
                case .null: ""
                case .integer(let number): String(number)
                case .text(let text): text
                case .blob(let bytes): String(repeating: "x", count: bytes.count * 2)
                }
            }
            return bytes + ([row.0.description] + cells).joined(separator: ";").utf8.count + 1
        }
    }
}
