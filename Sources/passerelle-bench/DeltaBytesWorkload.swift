import Causality
import Foundation
import Records
import ReplicaStore

/// How many bytes a whole store takes on its way, against the same rows as CSV under `zstd -3`.
struct DeltaBytesWorkload: Workload {
    private let bench: Bench
    private let csvBytes: Double

    init(_ bench: Bench) throws {
        self.bench = bench
        csvBytes = try bench.folder.inside { path in
            let csv = path + "/rows.csv"
            try Data(Self.csv(of: bench.rows).utf8).write(to: URL(fileURLWithPath: csv))
            _ = try ChildProcess.output(of: ["zstd", "-3", "-q", csv, "-o", csv + ".zst"])
            return try WorkFolder.size(of: csv + ".zst")
        }
    }

    func sample(round: Int) throws -> Sample {
        try bench.folder.inside { path in
            let store = try EngineStore(in: path)
            try store.insert(bench.rows)
            let bytes = try store.replica.delta(since: VersionVector()).bytes.count
            try store.close()
            return Sample(plain: csvBytes, engine: Double(bytes))
        }
    }

    /// The identities and values of the rows, separated by `;`.
    private static func csv(of rows: InventedRows) -> String {
        var csv = ""
        for (id, values) in zip(rows.ids, rows.values) {
            let cells = values.map { value in
                switch value {
                case .null: ""
                case .integer(let number): String(number)
                case .text(let text): text
                case .blob(let bytes): bytes.map { String($0, radix: 16) }.joined()
                }
            }
            csv += ([id.description] + cells).joined(separator: ";") + "\n"
        }
        return csv
    }
}
