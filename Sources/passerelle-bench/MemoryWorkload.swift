import Causality
import Foundation
import ReplicaStore

/// The most memory that a process takes which reads a delta of 5N rows and applies it to a new
/// store.
///
/// It is measured in a process of its own, which does nothing else.
struct MemoryWorkload: Workload {
    private let bench: Bench
    private let rowCount: Int
    private let path: String

    init(_ bench: Bench) throws {
        self.bench = bench
        let count = bench.rows.ids.count * 5
        let path = try bench.folder.make() + "/delta"
        try bench.folder.inside { folder in
            let store = try EngineStore(in: folder)
            try store.insertInvented(count)
            let delta = try store.replica.delta(since: VersionVector())
            try Data(delta.bytes).write(to: URL(fileURLWithPath: path))
            try store.close()
        }
        self.path = path
        rowCount = count
    }

    func sample(round: Int) throws -> Sample {
        let output = try ChildProcess.output(of: [
            "/proc/self/exe", "--apply-delta", path, "--rows", String(rowCount),
        ])
        guard let bytes = Double(output.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw BenchFailure.wrongWork("the measured process said ‘\(output)’")
        }
        return Sample(plain: nil, engine: bytes / 1e6)
    }

    /// What the measured process does: applies the delta and prints its peak in bytes.
    static func applyAlone(_ path: String, rows: Int) throws {
        let folder = try WorkFolder()
        defer { folder.remove() }
        let store = try EngineStore(in: try folder.make())
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        try store.apply(bytes, rows: rows)
        print(try peak())
        try store.close()
    }

    /// The peak of this process's resident memory, as proc(5) tells it.
    ///
    /// `getrusage` would count the process that started this one too.
    private static func peak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        guard let kilobytes = line?.split(separator: " ").compactMap({ Int($0) }).first else {
            throw BenchFailure.wrongWork("the system does not tell the peak of the memory")
        }
        return kilobytes * 1_024
    }
}
