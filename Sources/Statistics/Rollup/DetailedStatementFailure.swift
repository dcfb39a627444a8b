/// Why a statement with tables was refused; no figure of it is repeated.
package enum DetailedStatementFailure: Error, Hashable, CustomStringConvertible {
    case tooLarge(bytes: Int)
    case notJSON(JSONFailure)
    case headline(StatementFailure)
    case name(NameFailure)
    case catalogue(CatalogueFailure)
    case unknownSchema(Int)
    case threshold(Int)
    case missingTable(String)
    case badCounts(String)
    case tooDeep(String)
    case smallBlock(String)
    case tablesDisagree(String)
    case headlineDisagrees(Indicator)
    case monthAfterCutoff(String)
    case notCanonical

    package var description: String {
        switch self {
        case .tooLarge(let bytes):
            "The statement has \(bytes) bytes, over \(DetailedStatement.largestSize): make it again."
        case .notJSON(let failure): "The statement is not JSON: \(failure); send it again."
        case .headline(let failure): failure.description
        case .name(let failure): failure.description
        case .catalogue(let failure): failure.description
        case .unknownSchema(let schema):
            "The statement has schema \(schema) and this software reads "
                + "\(DetailedStatement.schema): upgrade the older of the two."
        case .threshold(let value):
            "The threshold \(value) is not between \(Threshold.lowest) and "
                + "\(Threshold.range.upperBound): take the one of the region's policy."
        case .notCanonical:
            "The statement is not in its one canonical form: make it again with this software."
        case .missingTable(let table): "Table '\(table)' is missing: a statement has them all."
        case .badCounts(let table):
            "Table '\(table)' has a count below 0, too large, or too many: count again."
        case .tooDeep(let table): "Table '\(table)' has a place below the levels of its axis."
        case .smallBlock(let table):
            "Table '\(table)' has a block with too few persons: roll it up before sending."
        case .tablesDisagree(let table):
            "Table '\(table)' does not count the persons of the coarser one: count again."
        case .headlineDisagrees(let indicator):
            "The tables count fewer persons than the headline's '\(indicator.code)': count again."
        case .monthAfterCutoff(let table):
            "Table '\(table)' has a month after the cutoff: correct the sender's clock."
        }
    }
}
