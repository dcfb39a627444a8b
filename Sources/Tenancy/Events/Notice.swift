import Records
import ReplicaStore

/// A line of the engine's inbox that is about a whole row, a laptop's clock or work that was set aside.
package struct Notice: Hashable, Sendable {
    /// What names the line: kind, first digits of the row or laptop, field or `row`.
    package let id: String
    package let entry: InboxEntry
    /// The laptop that wrote what is not shown, by the name that it gave itself.
    package let label: String

    /// What a choice between what is shown and the other means for a line of this kind, nil where
    /// there is no such choice.
    package func resolution(takingOther: Bool) -> Resolution? {
        switch entry.kind {
        case .deletedAndEdited: (entry.shown == "edited") != takingOther ? .keep : .delete
        case .twins: takingOther ? .delete : .keep
        case .rescued: takingOther ? .adopt : .dismiss
        case .reopened: takingOther ? .write(entry.other) : .keep
        case .suspiciousClock: takingOther ? nil : .dismiss
        case .concurrent: nil
        }
    }
}
