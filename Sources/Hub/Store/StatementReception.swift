/// What became of a statement that reached the hub.
package enum StatementReception: Sendable, Hashable {
    /// It is the latest of its landlord now.
    case accepted(version: Int)
    /// It was here already.
    case unchanged(version: Int)
    /// A later version is here; nothing changed.
    case stale(version: Int, latest: Int)
    /// Nothing changed, and the refusal is on record.
    case refused(RefusalReason)
}
