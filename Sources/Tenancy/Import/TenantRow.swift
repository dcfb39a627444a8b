/// One tenant as the ERP describes them, every value clean or absent.
package struct TenantRow: Hashable, Sendable {
    /// The line of the file on which the row starts.
    package let line: Int
    package var erpRef: String?
    package var title: CivilTitle?
    package var lastName: String
    package var birthName: String?
    package var firstName: String
    package var birthDate: CalendarDay
    /// Ten digits for France, `+…` for elsewhere: the mobile if it is valid, else the other.
    package var phone: String?
    package var email: String?
    package var address: String?
    package var postalCode: String?
    /// The INSEE code.
    package var communeCode: String?
    package var communeName: String?
    package var qpvCode: String?
    package var residence: String?
    package var leaseRef: String?
    package var dwellingRef: String?
    /// The day on which the ERP wrote this row.
    package var extractedAt: CalendarDay?

    package init(line: Int, lastName: String, firstName: String, birthDate: CalendarDay) {
        self.line = line
        self.lastName = lastName
        self.firstName = firstName
        self.birthDate = birthDate
    }

    /// What makes two rows of one file the same tenant: the ERP reference, else the identity.
    package var fileKey: String {
        if let erpRef { return "erp|\(erpRef)" }
        let names = "\(SearchKey.fold(lastName))|\(SearchKey.fold(firstName))"
        return "identity|\(names)|\(birthDate.isoText)"
    }
}
