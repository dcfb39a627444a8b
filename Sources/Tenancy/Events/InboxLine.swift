import Records
import ReplicaStore

/// One field on which laptops wrote different things without knowing of each other.
package struct InboxLine: Hashable, Sendable {
    /// What one of them wrote.
    package struct Version: Hashable, Sendable {
        package let value: Value
        /// The laptop, by the name that it gave itself.
        package let label: String
        package let agent: String
        /// When, in milliseconds since 1970, by the clock of that laptop.
        package let moment: UInt64
    }

    /// What names the line: collection, first digits of the row, field.
    package let id: String
    package let conflict: Conflict
    /// Whom it is about, where it is about somebody.
    package let person: String?
    package let shown: Version
    package let others: [Version]

    /// Whether a firmer mark decided, so that nobody has to.
    package var isSettledByRank: Bool { conflict.isSettledByRank }
}

extension Value {
    /// The value as a person reads it.
    package var displayText: String {
        switch self {
        case .null: "(nothing)"
        case .integer(let number): String(number)
        case .text(let text): text
        case .blob(let bytes): RecordID(bytes: bytes)?.description ?? "(\(bytes.count) bytes)"
        }
    }
}
