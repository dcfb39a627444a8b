import Foundation
import Seams

/// Random bytes that are the same in every run (SplitMix64; Steele, Lea, Flood, 2014).
///
/// It is `@unchecked Sendable` because its one variable is read and written under the lock.
package final class SeededEntropy: Entropy, @unchecked Sendable {
    private let lock = NSLock()
    private var state: UInt64

    package init(_ seed: UInt64) { state = seed }

    package func next() -> UInt64 {
        lock.withLock {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    package func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    package func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 24) }
    }
}
