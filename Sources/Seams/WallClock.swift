/// The time of day, as somebody's machine believes it to be.
public protocol WallClock: Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    func now() -> UInt64
}

extension WallClock {
    /// The number of the current UTC day, 0 on 1970-01-01.
    public var today: Int { Int(clamping: now() / 86_400_000) }
}
