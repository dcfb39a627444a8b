import Causality

/// Another replica of the partition, as this one knows it.
public struct Peer: Hashable, Sendable {
    /// Its name.
    public let replica: ReplicaID
    /// What it is known to have seen.
    public let vector: VersionVector
    /// When that was last heard, by the clock here: milliseconds since 1970.
    public let heardAt: UInt64
    /// Whether deletions are freed without waiting for it.
    public let isAside: Bool
}
