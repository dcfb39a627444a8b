/// When a write was made, by the clock of its replica: 48 bits of milliseconds since 1970 and a
/// 16-bit counter that separates writes of the same millisecond.
///
/// Only ties between *concurrent* writes are broken by it; see ``RowClock``. (After Kulkarni,
/// Demirbas, Madappa, Avva, Leone, "Logical Physical Clocks", 2014.)
public struct HybridTime: Hashable, Sendable {
    /// Milliseconds in the high 48 bits, the counter in the low 16.
    public let rawValue: UInt64

    /// The last moment that fits: year 10889.
    public static let maximumMilliseconds: UInt64 = (1 << 48) - 1

    /// Creates a time from its 64-bit form.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Creates a time, or returns nil where the milliseconds do not fit in 48 bits.
    public init?(milliseconds: UInt64, counter: UInt16 = 0) {
        guard milliseconds <= Self.maximumMilliseconds else { return nil }
        self.init(rawValue: milliseconds << 16 | UInt64(counter))
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: UInt64 { rawValue >> 16 }

    /// The place among the writes of that millisecond.
    public var counter: UInt16 { UInt16(truncatingIfNeeded: rawValue) }
}

extension HybridTime: Comparable {
    /// Orders times by milliseconds, then by counter.
    public static func < (left: HybridTime, right: HybridTime) -> Bool {
        left.rawValue < right.rawValue
    }
}
