import Records

/// What somebody decided about a line of the inbox on this replica.
public struct Decision: Hashable, Sendable {
    /// The number by which it is undone.
    public let number: Int64
    /// What there was to decide, as ``InboxEntry/Kind`` names it.
    public let kind: String
    /// What was done: `write`, `keep`, `delete`, `adopt`, `dismiss` or `undo`.
    public let action: String
    /// The collection of the row; nil for a clock.
    public let collection: String?
    /// The row; nil for a clock.
    public let id: RecordID?
    /// The field; nil where the decision was about a whole row.
    public let field: String?
    /// What was shown before.
    public let before: Value
    /// What was written.
    public let after: Value
    /// Who decided.
    public let who: String
    /// Why.
    public let why: String
    /// When, in milliseconds since 1970.
    public let milliseconds: UInt64
    /// The decision that this one undid.
    public let undoes: Int64?
    /// The decision that undid this one.
    public let undoneBy: Int64?
}
