/// What a nightly reconciliation did: what came, what was refused and why, who is silent.
package struct MergeReport: Sendable, Hashable {
    package let day: Int
    /// Whether this UTC day had no reconciliation before.
    package let isFirstOfDay: Bool
    /// One line for each delivery, in the order given.
    package let arrivals: [Arrived]
    /// The expected landlords without a statement of this day, by programme and code.
    package let silent: [SilentLandlord]

    /// A delivery and what became of it.
    package struct Arrived: Sendable, Hashable {
        package let origin: String
        package let reception: Reception
    }

    package var accepted: Int {
        arrivals.count { if case .accepted = $0.reception { true } else { false } }
    }

    package var refusals: [(origin: String, reason: RefusalReason)] {
        arrivals.compactMap { arrived in
            guard case .refused(let reason) = arrived.reception else { return nil }
            return (arrived.origin, reason)
        }
    }
}
