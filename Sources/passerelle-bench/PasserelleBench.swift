import ArgumentParser
import Foundation

/// Measures the engine side by side with plain SQLite, on the same rows and the same pragmas.
@main
struct PasserelleBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passerelle-bench",
        abstract: "What stamping and merging cost, against plain SQLite through its C API.",
        discussion: """
            Each round runs both sides one after the other, the first of them in turn. The ratio is \
            the median of the rounds' ratios, engine over plain. Run it on a machine at rest.
            """
    )

    @Option(help: "How many rows.")
    var rows = 200_000

    @Option(help: "How many rounds; the median is reported.")
    var rounds = 5

    @Option(
        help: """
            Run one workload: \(WorkloadName.allCases.map(\.rawValue).joined(separator: ", ")); \
            or statistics, the last five.
            """
    )
    var only: WorkloadChoice?

    @Flag(help: "Print how many persons the tables show at each level, and measure nothing.")
    var visibility = false

    @Option(help: "Also write the results to this JSON file.")
    var json: String?

    // What `memory` measures, in a process of its own.
    @Option(help: .private)
    var applyDelta: String?

    func validate() throws {
        guard (1_000...10_000_000).contains(rows) else {
            throw ValidationError("--rows takes 1000 to 10000000, not \(rows)")
        }
        guard (1...1_000).contains(rounds) else {
            throw ValidationError("--rounds takes 1 to 1000, not \(rounds)")
        }
    }

    func run() throws {
        if let applyDelta { return try MemoryWorkload.applyAlone(applyDelta, rows: rows) }
        if visibility { return try VisibilitySurvey.run() }
        let folder = try WorkFolder()
        defer { folder.remove() }
        let bench = Bench(rows: InventedRows(count: rows), folder: folder)
        var report = BenchReport(rows: rows, rounds: rounds)
        print(BenchReport.heading(rows: rows, rounds: rounds))
        for name in only?.names ?? WorkloadName.allCases {
            let result = try measure(name, bench)
            print(result.line)
            report.results.append(result)
        }
        if let json { try report.json().write(to: URL(fileURLWithPath: json)) }
    }

    private func measure(_ name: WorkloadName, _ bench: Bench) throws -> BenchResult {
        var workload = try name.make(bench)
        let samples = try (0..<rounds).map { try workload.sample(round: $0) }
        return BenchResult(name, samples)
    }
}
