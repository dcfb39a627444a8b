import Causality

/// What became of one bundle that was received.
package enum Reception: Hashable, Sendable {
    /// It was applied, and told that many writes.
    case applied(changes: UInt64)
    /// Everything in it was known.
    case known
    /// It waits for writes that it builds on; it tells that many writes once they are there.
    case held(changes: UInt64)
    /// It was kept apart, unopened, until the administrator decides.
    case quarantined
    /// It was refused, by name; nothing changed.
    case refused(code: String, message: String)
}
