import Causality

/// A replica id that a store had before the one that it has now.
public struct IdentityFormer: Hashable, Sendable {
    /// The old id.
    public let replica: ReplicaID
    /// Why it was given up.
    public let reason: IdentityReason
    /// When, in milliseconds since 1970, by the clock of this machine.
    public let milliseconds: UInt64
    /// The counters written twice whose sum is in doubt: a part of one life's steps may be missing.
    public let doubtfulCounters: Int
    /// The last write that is certainly the same for everybody.
    package let floor: UInt64
    /// The last write that this store made under the old id.
    package let ceiling: UInt64
    /// Whether some of the writes past the floor were told to others under the old id.
    package let wasTold: Bool

    /// Whether others may hold two different writes under one name of this id.
    package var isAmbiguous: Bool { wasTold && floor < ceiling }
}
