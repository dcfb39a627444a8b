import Causality

/// The bundles of one sender that others wait for, by their numbers.
package struct MissingBundles: Hashable, Sendable {
    package let sender: ReplicaID
    package let sequences: [UInt64]

    package init(sender: ReplicaID, sequences: [UInt64]) {
        self.sender = sender
        self.sequences = sequences
    }
}
