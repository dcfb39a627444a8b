import Foundation
import SimulatedWorld
import Testing

/// Whole worlds, each held to every law from its first step to its last.
struct WorldTests {
    /// The number of worlds: `PASSERELLE_WORLDS=100000` for a longer night.
    private static let worlds =
        ProcessInfo.processInfo.environment["PASSERELLE_WORLDS"].flatMap(UInt64.init) ?? 300

    @Test func `no world breaks a law, and every fault meets every situation`() throws {
        let result = check(Campaign(seeds: 0..<Self.worlds).run())
        #expect(result.coverage.empty(Deed.faults(isSealed: false)) == [])
    }

    @Test
    func `no world with sealed bundles and revoked laptops breaks a law, and every fault strikes`()
        throws
    {
        let result = check(
            Campaign(seeds: 0..<Self.worlds, isSealed: true).run(),
            isSealed: true
        )
        let spared = Deed.faults(isSealed: true).filter { fault in
            Situation.allCases.allSatisfy { result.coverage[fault, $0] == 0 }
        }
        #expect(spared == [])
    }

    private func check(_ result: Campaign.Result, isSealed: Bool = false) -> Campaign.Result {
        for failure in result.failures {
            Issue.record(
                """
                \(failure.violation.law.rawValue): \(failure.violation.detail)
                swift run -c release Simulation replay \(isSealed ? "--sealed " : "")--seed \(failure.seed)
                """
            )
        }
        #expect(result.worlds == Self.worlds)
        #expect(result.acknowledged > Int(Self.worlds) * 5)
        return result
    }

    @Test(arguments: [false, true])
    func `a seed makes the same world twice`(isSealed: Bool) {
        for seed in UInt64(0)..<10 {
            let first = Campaign.outcome(of: seed, isSealed: isSealed)
            let second = Campaign.outcome(of: seed, isSealed: isSealed)
            #expect(first.trace.hash == second.trace.hash)
        }
    }
}
