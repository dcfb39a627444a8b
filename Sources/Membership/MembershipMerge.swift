/// What a received log is, beside ours.
package enum MembershipMerge: Hashable, Sendable {
    case same
    /// Ours has more.
    case behind
    /// Theirs has more: the log with it.
    case extended(MembershipLog)
    /// The two say different things at one place.
    case forked(MembershipFork)
}
