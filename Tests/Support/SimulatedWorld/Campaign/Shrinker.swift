/// Finds few steps of a world that break the same law (delta debugging: Zeller and Hildebrandt, 2002).
package struct Shrinker {
    private let seed: UInt64
    private let isSealed: Bool
    private let law: Violation.Law
    private var runsLeft: Int

    /// Prepares to shrink the failure of a seed, with at most so many runs.
    package init(seed: UInt64, isSealed: Bool, law: Violation.Law, runs: Int = 400) {
        self.seed = seed
        self.isSealed = isSealed
        self.law = law
        runsLeft = runs
    }

    /// The steps that are left when none can be left out any more.
    package mutating func shrink(_ steps: [Int]) -> [Int] {
        var steps = steps
        var pieces = 2
        while steps.count >= 2, runsLeft > 0 {
            let size = (steps.count + pieces - 1) / pieces
            if let fewer = smaller(steps, size) {
                steps = fewer
                pieces = max(2, pieces - 1)
            } else if size == 1 {
                break
            } else {
                pieces = min(steps.count, 2 * pieces)
            }
        }
        return steps
    }

    /// The steps without one piece of that size, where the law is still broken.
    private mutating func smaller(_ steps: [Int], _ size: Int) -> [Int]? {
        for start in stride(from: 0, to: steps.count, by: size) where runsLeft > 0 {
            var rest = steps
            rest.removeSubrange(start..<min(start + size, steps.count))
            runsLeft -= 1
            let outcome = Campaign.outcome(of: seed, isSealed: isSealed, only: rest)
            if outcome.violation?.law == law { return rest }
        }
        return nil
    }
}
