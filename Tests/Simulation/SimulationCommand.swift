import ArgumentParser
import CSQLiteSettings
import Dispatch
import Foundation
import SimulatedWorld

/// Simulated worlds from the command line: campaigns, and the replay of one seed.
@main
struct SimulationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Simulation",
        abstract: "Whole landlords under every fault we can think of, from one number each.",
        subcommands: [Run.self, Replay.self, Traces.self]
    )

    /// Runs many worlds; fails if one breaks a law.
    struct Run: ParsableCommand {
        @Option(help: "How many worlds to run.") var worlds: UInt64 = 1_000
        @Option(help: "The seed of the first one.") var seed: UInt64 = 0
        @Option(help: "How many worlds to run side by side.") var workers = 2
        @Option(help: "How many failures end the campaign.") var failures = 3
        @Flag(help: "Seal the bundles: members come, go and are revoked.") var sealed = false
        @Flag(help: "Print the table of faults and what they met.") var coverage = false

        func run() throws {
            _ = passerelle_count_no_memory()
            let start = DispatchTime.now()
            let campaign = Campaign(
                seeds: seed..<(seed + worlds),
                isSealed: sealed,
                workers: workers,
                mostFailures: failures
            )
            let result = campaign.run()
            let seconds =
                Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
            for failure in result.failures.sorted(by: { $0.seed < $1.seed }) { tell(failure) }
            if coverage { print(result.coverage.table(Deed.faults(isSealed: sealed))) }
            let rate = Int(Double(result.worlds) / seconds * 60)
            print(
                "\(result.worlds) worlds, \(result.acknowledged) acknowledged transactions, "
                    + "\(result.failures.count) violations, \(rate) worlds a minute"
            )
            if !result.failures.isEmpty { throw ExitCode.failure }
        }

        private func tell(_ failure: Campaign.Failure) {
            let law = failure.violation.law
            print("seed \(failure.seed): \(law.rawValue): \(failure.violation.detail)")
            var shrinker = Shrinker(seed: failure.seed, isSealed: sealed, law: law)
            let steps = shrinker.shrink(failure.steps).map(String.init).joined(separator: ",")
            print(
                "  swift run -c release Simulation replay\(sealed ? " --sealed" : "") "
                    + "--seed \(failure.seed) --keep \(steps)"
            )
        }
    }

    /// Runs one world and prints what happened in it.
    struct Replay: ParsableCommand {
        @Option(help: "The seed of the world.") var seed: UInt64
        @Flag(help: "The sealed world of that seed.") var sealed = false
        @Option(help: "The steps to keep, separated by commas; all unless said.")
        var keep: String?

        func run() throws {
            let steps = keep.map { $0.split(separator: ",").compactMap { Int($0) } }
            let outcome = Campaign.outcome(
                of: seed,
                isSealed: sealed,
                only: steps,
                keepsLines: true
            )
            for line in outcome.trace.lines { print(line) }
            print("trace \(String(outcome.trace.hash, radix: 16))")
            guard let violation = outcome.violation else { return print("no violation") }
            print("\(violation.law.rawValue): \(violation.detail)")
            throw ExitCode.failure
        }
    }

    /// Prints the trace of each world of a range, to compare with those of another process.
    struct Traces: ParsableCommand {
        @Option(help: "How many worlds to run.") var worlds: UInt64 = 100
        @Option(help: "The seed of the first one.") var seed: UInt64 = 0
        @Flag(help: "Seal the bundles.") var sealed = false

        func run() throws {
            let campaign = Campaign(
                seeds: seed..<(seed + worlds),
                isSealed: sealed,
                mostFailures: .max
            )
            let result = campaign.run()
            for (seed, trace) in result.traces.sorted(by: { $0.key < $1.key }) {
                print("\(seed) \(String(trace, radix: 16))")
            }
        }
    }
}
