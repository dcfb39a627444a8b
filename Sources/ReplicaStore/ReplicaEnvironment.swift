import Seams

/// The world as a replica sees it, passed in so that a test can be the world.
public struct ReplicaEnvironment: Sendable {
    /// The time of day.
    public let clock: any WallClock
    /// Randomness, for identities.
    public let entropy: any Entropy
    /// The place of the store.
    public let volume: any Volume

    /// Creates a world from its parts.
    public init(clock: any WallClock, entropy: any Entropy, volume: any Volume) {
        self.clock = clock
        self.entropy = entropy
        self.volume = volume
    }
}
