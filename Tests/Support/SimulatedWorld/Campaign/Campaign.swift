import Dispatch
import Synchronization

/// Runs many worlds, side by side, and gathers what they came to.
package struct Campaign: Sendable {
    /// A world that broke a law.
    package struct Failure: Sendable {
        package let seed: UInt64
        package let violation: Violation
        package let steps: [Int]
    }

    /// What the worlds came to.
    package struct Result: Sendable {
        package var worlds = 0
        package var acknowledged = 0
        package var coverage = Coverage()
        package var failures: [Failure] = []
        /// The traces of all worlds, by seed, where they were asked for.
        package var traces: [UInt64: UInt64] = [:]
    }

    private let seeds: Range<UInt64>
    private let isSealed: Bool
    private let workers: Int
    private let mostFailures: Int

    /// Prepares worlds for a range of seeds; it ends early after so many failures.
    package init(
        seeds: Range<UInt64>,
        isSealed: Bool = false,
        workers: Int = 2,
        mostFailures: Int = 3
    ) {
        self.seeds = seeds
        self.isSealed = isSealed
        self.workers = max(1, workers)
        self.mostFailures = mostFailures
    }

    package func run(progress: @escaping @Sendable (Int) -> Void = { _ in }) -> Result {
        let result = Mutex(Result())
        let next = Atomic<UInt64>(seeds.lowerBound)
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while true {
                let seed = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard seed < seeds.upperBound else { return }
                let outcome = Self.outcome(of: seed, isSealed: isSealed)
                let isOver = result.withLock { result in
                    result.add(outcome, of: seed)
                    if result.worlds % 1_000 == 0 { progress(result.worlds) }
                    return result.failures.count >= mostFailures
                }
                if isOver { return }
            }
        }
        return result.withLock { $0 }
    }

    /// Runs one world, or some of its steps.
    package static func outcome(
        of seed: UInt64,
        isSealed: Bool = false,
        only kept: [Int]? = nil,
        keepsLines: Bool = false
    ) -> World.Outcome {
        do {
            return try World(seed: seed, isSealed: isSealed, keepsLines: keepsLines)
                .run(only: kept)
        } catch {
            var outcome = World.Outcome(trace: Trace(keepsLines: false))
            outcome.violation = Violation(.integrity, "no world: \(error)")
            return outcome
        }
    }
}

extension Campaign.Result {
    fileprivate mutating func add(_ outcome: World.Outcome, of seed: UInt64) {
        worlds += 1
        acknowledged += outcome.acknowledged
        coverage.add(outcome.coverage)
        traces[seed] = outcome.trace.hash
        guard let violation = outcome.violation else { return }
        failures.append(
            Campaign.Failure(seed: seed, violation: violation, steps: outcome.steps)
        )
    }
}
