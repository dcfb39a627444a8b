/// The published codes and names that are checked.
package enum NamedField: String, Sendable {
    case landlordCode = "landlord code"
    case landlordName = "landlord name"
    case programmeCode = "programme code"
    case programmeName = "programme name"
    case periodName = "name of a period"
    case nodeCode = "code of a place in a table"
}
