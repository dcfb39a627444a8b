import Sealing

/// Two sound entries that bear one number: the administrator's key signed twice, or was copied.
package struct MembershipFork: Hashable, Sendable {
    /// Who belonged before.
    package let roster: Roster
    package let mine: MembershipEntry
    package let theirs: MembershipEntry

    package var sequence: UInt64 { mine.sequence }
}
