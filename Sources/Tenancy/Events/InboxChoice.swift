import Records

/// Which version of a conflict is to stay.
package enum InboxChoice: Hashable, Sendable {
    /// The one that is shown.
    case shown
    /// The one that is not shown, where there is only one.
    case other
    /// A value, of the versions or a new one.
    case value(String)
}
