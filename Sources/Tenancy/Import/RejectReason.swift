/// Why a row is left out; it names the column, never what stood there.
package enum RejectReason: Hashable, Sendable {
    case lastNameMissing(column: String)
    case firstNameMissing(column: String)
    case birthDateMissing(column: String)
    /// The shape of a day, but no such day in the calendar.
    case birthDateImpossible(column: String)
    /// No shape that the import knows.
    case birthDateUnreadable(column: String)
    case birthDateInFuture(column: String)
    case birthDateBefore1900(column: String)
    case tooFewCells(found: Int, expected: Int)
    case tooManyCells(found: Int, expected: Int)
    case cellTooLarge(column: String, limit: Int)
    /// A quoted cell goes on after its closing quote: an inner quote was not doubled.
    case textAfterQuote(column: String)
}
