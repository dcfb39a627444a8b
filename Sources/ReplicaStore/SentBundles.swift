import Causality

/// What a store remembers of the bundles that it sent under one id, its present or a former one.
package struct SentBundles: Sendable {
    /// One bundle: the digest that it ends with, and how many of the sender's writes it told.
    package struct Bundle: Hashable, Sendable {
        package let digest: [UInt8]
        package let counter: UInt64
    }

    /// The present id.
    package let own: ReplicaID
    /// How many writes were made under it.
    package let counter: UInt64
    /// The number of its last bundle.
    package let last: UInt64
    /// How many of the sender's writes some bundle told.
    package var told: UInt64 { bundles.values.map(\.counter).max() ?? 0 }
    private let sender: ReplicaID
    private let bundles: [UInt64: Bundle]

    init(
        own: ReplicaID,
        counter: UInt64,
        last: UInt64,
        sender: ReplicaID,
        bundles: [UInt64: Bundle]
    ) {
        self.own = own
        self.counter = counter
        self.last = last
        self.sender = sender
        self.bundles = bundles
    }

    /// The bundle of that number, nil where none was noted.
    package func bundle(_ sender: ReplicaID, _ sequence: UInt64) -> Bundle? {
        sender == self.sender ? bundles[sequence] : nil
    }
}
