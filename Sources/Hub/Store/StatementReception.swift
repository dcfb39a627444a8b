/// What became of a statement that reached the hub.
package enum StatementReception: Sendable, Hashable {
    /// It is the latest of its landlord now.
    case accepted(version: Int)
    /// It was here already.
    case unchanged(version: Int)
    /// No figure changed, and the refusal is on record.
    case refused(RefusalReason)
}
