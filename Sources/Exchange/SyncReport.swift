import Causality

/// What one synchronisation did, in numbers.
package struct SyncReport: Hashable, Sendable {
    /// How many writes were received and applied.
    package var applied: UInt64 = 0
    /// How many writes wait in bundles that came too early.
    package var held: UInt64 = 0
    /// How many writes were left for the others.
    package var sent: UInt64 = 0
    /// How many bundles told nothing new.
    package var known = 0
    /// What was refused, by the name under which it lay, with the reason.
    package var refusals: [MailboxListing.Refusal] = []
    /// The bundles that the held ones wait for.
    package var missing: [MissingBundles] = []
    /// The id that this replica had before, where it took a new one: the mailbox knew another life of
    /// it.
    package var formerIdentity: ReplicaID?

    package init() {}
}
