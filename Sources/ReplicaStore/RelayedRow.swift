import Records

/// A row that writes of a revoked device came to through a colleague, and that they still mark.
package struct RelayedRow: Hashable, Sendable {
    /// What they did to it.
    package enum Change: String, Sendable {
        case made
        case changed
        case deleted
        case restored
        /// What was there before is not known here, or a colleague wrote on it since: only a person can
        /// tell what is right.
        case unclear
    }

    package let collection: String
    package let id: RecordID
    package let change: Change
    /// The fields that a reversal would write, sorted.
    package let fields: [String]
    /// When it came here, in milliseconds since 1970.
    package let noticedAt: UInt64
}
