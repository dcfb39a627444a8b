import Seams

/// How long to wait before trying again: twice as long each time, and never all devices at once.
package struct HubPause: Sendable {
    let attempts: Int
    private let entropy: any Entropy
    private let sleep: @Sendable (_ milliseconds: UInt64) -> Void

    /// Waits by the means that are passed in.
    package init(
        attempts: Int = 4,
        _ entropy: any Entropy,
        sleep: @escaping @Sendable (_ milliseconds: UInt64) -> Void
    ) {
        self.attempts = attempts
        self.entropy = entropy
        self.sleep = sleep
    }

    /// Half of the time is certain, the other half drawn.
    func wait(after attempt: Int) {
        let longest: UInt64 = 500 << UInt64(min(attempt, 6))
        let drawn = entropy.bytes(2).reduce(0) { $0 << 8 | UInt64($1) }
        sleep(longest / 2 + longest / 2 * drawn / 65_536)
    }
}
