import Foundation
import SimulatedWorld
import Testing

/// Whole worlds, each held to every law from its first step to its last.
struct WorldTests {
    /// The number of worlds: `PASSERELLE_WORLDS=100000` for a longer night.
    private static let worlds =
        ProcessInfo.processInfo.environment["PASSERELLE_WORLDS"].flatMap(UInt64.init) ?? 300

    @Test func `no world breaks a law, and every fault meets every situation`() throws {
        let worlds = Self.worlds
        let result = Campaign(seeds: 0..<worlds).run()
        for failure in result.failures {
            Issue.record(
                """
                \(failure.violation.law.rawValue): \(failure.violation.detail)
                swift run -c release Simulation replay --seed \(failure.seed)
                """
            )
        }
        #expect(result.worlds == worlds)
        #expect(result.acknowledged > Int(worlds) * 5)
        #expect(result.coverage.empty == [])
    }

    @Test func `a seed makes the same world twice`() {
        for seed in UInt64(0)..<10 {
            let first = Campaign.outcome(of: seed)
            let second = Campaign.outcome(of: seed)
            #expect(first.trace.hash == second.trace.hash)
        }
    }
}
