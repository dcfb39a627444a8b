import Foundation
import Seams

/// A wall clock that stands where it was put.
///
/// It is `@unchecked Sendable` because its one variable is read and written under the lock.
package final class ManualClock: WallClock, @unchecked Sendable {
    private let lock = NSLock()
    private var milliseconds: UInt64

    /// Creates a clock that stands at 2026-02-10T08:00:00Z unless said.
    package init(_ milliseconds: UInt64 = 1_770_710_400_000) { self.milliseconds = milliseconds }

    package func now() -> UInt64 { lock.withLock { milliseconds } }

    package func advance(milliseconds step: Int64) {
        lock.withLock {
            milliseconds = milliseconds.addingReportingOverflow(UInt64(bitPattern: step)).0
        }
    }

    package func advance(days: Int64) { advance(milliseconds: days * 86_400_000) }

    package func set(_ milliseconds: UInt64) { lock.withLock { self.milliseconds = milliseconds } }
}
