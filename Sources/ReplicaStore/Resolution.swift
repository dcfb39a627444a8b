import Records

/// What somebody decides about a line of the inbox.
public enum Resolution: Hashable, Sendable {
    /// The field takes this value: for `concurrent`, `reopened`, and `twins` of one field.
    case write(Value)
    /// What is shown stays (`concurrent`, `reopened`, `twins`); the row stays, or comes back whole
    /// (`deleted-and-edited`).
    case keep
    /// The row goes: for `deleted-and-edited` and `twins`.
    case delete
    /// The rescued write is made: where its row is gone, with all that was rescued of it.
    case adopt
    /// The line goes, here only, and nothing else happens: for all but `concurrent`.
    case dismiss

    var action: String {
        switch self {
        case .write: "write"
        case .keep: "keep"
        case .delete: "delete"
        case .adopt: "adopt"
        case .dismiss: "dismiss"
        }
    }
}
