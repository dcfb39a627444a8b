import Causality

/// The bundles of one sender that others wait for, by their numbers.
public struct MissingBundles: Hashable, Sendable {
    /// The most bundles of one sender that are named.
    package static let mostNamed = 100

    /// Whose bundles.
    public let sender: ReplicaID
    /// Their numbers, ascending, at most a hundred.
    public let sequences: [UInt64]

    package init(sender: ReplicaID, sequences: [UInt64]) {
        self.sender = sender
        self.sequences = sequences
    }
}
