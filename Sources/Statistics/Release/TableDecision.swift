/// What became of a table in a release.
///
/// No place and no number is in it: it may be shown.
package enum TableDecision: Sendable, Equatable {
    /// A new table is out, down to that depth; deeper ones stand as they were.
    case moved(depth: Int)
    /// The table of an earlier release stands.
    case stood(Reason)
    /// There is none: too few persons or landlords, even for the region's whole.
    case withheld

    package enum Reason: String, Sendable {
        /// The calendar has not come to it.
        case notDue = "not_due"
        /// Nothing changed, or something by fewer persons than may be seen, against a kept release:
        /// which of the two is not told.
        case littleChange = "little_change"
    }
}
