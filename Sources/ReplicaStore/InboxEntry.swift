import Causality
import Records

/// One line of the inbox, as the view `passerelle_inbox` tells it.
public struct InboxEntry: Hashable, Sendable {
    /// What there is to decide.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Somebody wrote another value at the same time: `shown` is shown, `other` is not.
        case concurrent
        /// Somebody deleted the row and somebody else edited it: `shown` and `other` are the texts
        /// `edited` and `deleted`, the one that won first.
        case deletedAndEdited = "deleted-and-edited"
        /// The row holds in fields declared unique what another held before it: `field` names them,
        /// `other` is the identity of the first row, sixteen bytes.
        case twins
        /// A replica's clock is far ahead of this one's, or before 2020: `shown` is when that was
        /// first noticed, in milliseconds, and `other` how many of its writes bear such times.
        case suspiciousClock = "suspicious-clock"
        /// A write that could not be merged any more: `other` is what was written.
        case rescued
        /// A version that a decision had set aside, and that decision was undone.
        case reopened
    }

    /// What there is to decide.
    public let kind: Kind
    /// The collection of the row; nil for a suspicious clock.
    public let collection: String?
    /// The row; nil for a suspicious clock.
    public let id: RecordID?
    /// The field, or the fields that are unique together; nil where the line is about a whole row.
    public let field: String?
    /// What the row shows.
    public let shown: Value
    /// What was written too.
    public let other: Value
    /// The replica that wrote `other`; of twins, that wrote the marked row's value.
    public let writer: ReplicaID?
    /// When, by that replica's clock, in milliseconds since 1970; for a suspicious clock the time
    /// farthest from now.
    ///
    /// Nil where an earlier version of the engine did not note it.
    public let milliseconds: UInt64?
    /// Whether a higher rank decided, so that nobody has to.
    public let isSettled: Bool
    /// What tells lines of one kind apart where the rest is equal.
    public let number: Int64?
}
