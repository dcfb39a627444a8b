/// Why a landlord or a programme cannot be described so.
package enum NameFailure: Error, Hashable, CustomStringConvertible {
    case badCode(NamedField)
    case badName(NamedField)
    case objectiveOutOfRange(Int)
    case endsBeforeStart(UTCDay, UTCDay)

    package var description: String {
        switch self {
        case .badCode(let field):
            "The \(field.rawValue) is not 1 to \(PublicName.longestCode) ASCII letters, digits, "
                + "'-' or '_': use the code that the region declared."
        case .badName(let field):
            "The \(field.rawValue) is not one line of 1 to \(PublicName.longestName) bytes of "
                + "visible text: shorten it and remove control characters."
        case .objectiveOutOfRange(let value):
            "The objective \(value) is not between 1 and \(Statement.largestCount): "
                + "give a number of persons, or none."
        case .endsBeforeStart(let start, let end):
            "The programme ends on \(end.isoText), before its start on \(start.isoText): "
                + "exchange the dates."
        }
    }
}
