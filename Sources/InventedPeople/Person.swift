/// A tenant who does not exist.
package struct Person: Hashable, Sendable {
    package var title: Title
    package var lastName: String
    /// Only where it differs from the last name.
    package var birthName: String?
    package var firstName: String
    package var birthDate: BirthDate
    /// In a range that is kept for fiction, « 06 39 98 12 34 ».
    package var phone: String
    /// In a domain that is kept for examples.
    package var email: String?
    package var address: String
    package var communeCode: String
    package var communeName: String
    /// Nil where the home is in no QPV.
    package var qpvCode: String?
    package var residence: String
    package var leaseRef: String
    package var dwellingRef: String
    /// What the landlord's software calls the tenant, « L-004512 ».
    package var erpRef: String
}
