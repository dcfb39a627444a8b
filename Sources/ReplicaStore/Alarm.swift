import Causality

/// Two replicas that have seen the same hold something else: a fault, to be looked into.
public struct Alarm: Hashable, Sendable {
    /// When it was noticed, by the clock here: milliseconds since 1970.
    public let noticedAt: UInt64
    /// What both had seen.
    public let vector: VersionVector
    /// Whether a later comparison found them equal again.
    public let isOver: Bool
}
