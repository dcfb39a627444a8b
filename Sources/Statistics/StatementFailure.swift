/// Why a statement was refused.
package enum StatementFailure: Error, Hashable, CustomStringConvertible {
    case tooLarge(bytes: Int)
    case notJSON(JSONFailure)
    case missingField(String)
    case unknownField
    case wrongType(field: String, expected: String)
    case unknownSchema(Int)
    case name(NameFailure)
    case outOfRange(field: String, value: Int)
    case badCutoff(day: Int)
    case cutoffMismatch(day: Int)
    case missingIndicator(Indicator)
    case counts(CountsFailure)
    case countTooLarge(Indicator, Int)
    case badUnknownIndicator
    case tooManyInPlaces(Int, participants: Int)
    case inconsistent(ConsistencyRule, sum: Int, limit: Int)
}
