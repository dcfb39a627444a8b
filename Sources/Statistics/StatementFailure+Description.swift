// Texts that came with the statement are never repeated: they could hold anything.
extension StatementFailure {
    package var description: String {
        switch self {
        case .tooLarge, .notJSON, .missingField, .unknownField, .wrongType, .unknownSchema:
            formDescription
        case .name(let failure): failure.description
        case .outOfRange(let field, let value):
            "Field '\(field)' is \(value), outside its range up to \(Statement.largestCount): "
                + "make the statement again from the records."
        case .badCutoff(let day):
            "The cutoff day \(day) is not between \(UTCDay.range.lowerBound) and "
                + "\(UTCDay.range.upperBound): give days since 1 January 1970, UTC."
        case .cutoffMismatch(let day):
            "The cutoff day \(day) and the cutoff date name two days: make the statement again."
        case .tooManyInPlaces(let sum, let participants):
            "'neighbourhoods' speaks of \(sum) persons, more than the \(participants) participants: "
                + "count again from the records."
        case .missingIndicator, .counts, .countTooLarge, .badUnknownIndicator, .inconsistent:
            countDescription
        }
    }

    private var formDescription: String {
        switch self {
        case .tooLarge(let bytes):
            "The statement has \(bytes) bytes, over \(Statement.largestSize): "
                + "a statement holds counts only; make it again."
        case .notJSON(let failure): "The statement is not JSON: \(failure); send it again."
        case .missingField(let field):
            "The statement lacks the field '\(field)': make it again with this software."
        case .wrongType(let field, let expected):
            "Field '\(field)' is not \(expected): make the statement again with this software."
        case .unknownSchema(let schema):
            "The statement has schema \(schema) and this software reads \(Statement.schema): "
                + "upgrade the older of the two."
        default:
            "The statement has a field that schema \(Statement.schema) does not have: "
                + "a statement holds counts only; make it again."
        }
    }

    private var countDescription: String {
        switch self {
        case .missingIndicator(let indicator):
            "Count '\(indicator.code)' is missing: a statement gives every count, 0 included; "
                + "upgrade the sender."
        case .counts(let failure): failure.description
        case .countTooLarge(let indicator, let value):
            "Count '\(indicator.code)' is \(value), over \(Statement.largestCount): "
                + "count again from the records."
        case .inconsistent(let rule, let sum, let limit):
            "'" + rule.parts.map(\.code).joined(separator: " + ") + "' makes \(sum), more than "
                + "'\(rule.whole.code)' with \(limit): count again from the records."
        default:
            "An indicator that this version does not know has a count that is not between 0 and "
                + "\(Statement.largestCount): make the statement again."
        }
    }
}
