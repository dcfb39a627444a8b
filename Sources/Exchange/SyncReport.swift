import Causality

/// What one synchronisation did, in numbers.
public struct SyncReport: Hashable, Sendable {
    /// How many writes were received and applied.
    public package(set) var applied: UInt64 = 0
    /// How many writes wait in bundles that came too early.
    public package(set) var held: UInt64 = 0
    /// How many writes were left for the others.
    public package(set) var sent: UInt64 = 0
    /// How many bundles told nothing new.
    public package(set) var known = 0
    /// How many bundles were kept apart until the administrator decides.
    public package(set) var quarantined = 0
    /// How many bundles a snapshot took the place of.
    public package(set) var replaced = 0
    /// How many writes of the region's partition were received and applied.
    public package(set) var region: UInt64 = 0
    /// How many rows show writes of revoked devices, which a colleague relayed.
    public package(set) var relayed = 0
    /// What was refused, by the name under which it lay, with the reason.
    public package(set) var refusals: [RefusedBundle] = []
    /// The bundles that the held ones wait for.
    public package(set) var missing: [MissingBundles] = []
    /// Bundles that a colleague has seen and that never came here.
    public package(set) var withheld: [MissingBundles] = []
    /// The id that this replica had before, where it took a new one: the mailbox knew another life of
    /// it.
    public package(set) var formerIdentity: ReplicaID?

    /// Whether the mailbox began anew, as after a restore: what it lost was offered again.
    public package(set) var beganAnew = false

    package init() {}
}
