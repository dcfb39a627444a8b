import Causality
import Records

/// Concurrent versions of one field, of which one is shown: a line of the inbox.
public struct Conflict: Hashable, Sendable {
    /// One of the versions: what was written, by which replica, and when by its clock.
    public struct Version: Hashable, Sendable {
        /// What was written.
        public let value: Value
        /// The write that made it: its replica says who.
        public let dot: Dot
        /// When, by the clock of that replica.
        public let time: HybridTime
    }

    /// The collection of the row.
    public let collection: String
    /// The row.
    public let id: RecordID
    /// The field.
    public let field: String
    /// The version that is shown.
    public let shown: Version
    /// The versions that are set aside, oldest first.
    public let others: [Version]
    /// Whether a higher rank decided, so that nobody has to.
    public let isSettledByRank: Bool
}
