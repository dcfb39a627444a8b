import Causality

/// What a store and the world around it say, at its opening, about whether it is still itself.
struct IdentityWitness {
    /// What the store remembers of its last stay.
    struct Memory {
        let token: [UInt8]
        let fingerprint: [UInt8]?
    }

    /// What follows from it.
    enum Verdict: Equatable {
        /// The store is the one that it was.
        case same(token: [UInt8], IncarnationMarker)
        /// The store has no memory yet: it is new, or of a version that kept none.
        case unmarked
        /// The store may no longer write under its id.
        case another(IdentityReason)
    }

    let memory: Memory?
    /// The file beside the store: nil where there is none, and an empty one where it is not whole.
    let marker: IncarnationMarker?
    let fingerprint: [UInt8]?
    let wasRestored: Bool
    let own: ReplicaID
    let counter: UInt64

    var verdict: Verdict {
        if wasRestored { return .another(.restored) }
        guard let memory else { return marker == nil ? .unmarked : .another(.putBack) }
        if let before = memory.fingerprint, let fingerprint, before != fingerprint {
            return .another(.copied)
        }
        guard let marker else { return .another(.witnessLost) }
        guard marker.tokens.contains(memory.token),
            marker.replica != own || marker.counter <= counter
        else { return .another(.putBack) }
        return .same(token: memory.token, marker)
    }
}
